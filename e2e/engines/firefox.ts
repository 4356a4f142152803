/** Firefox over WebDriver BiDi, which it speaks without a driver beside it. */
import { type ElementHandle, launch } from 'puppeteer-core';
import { FILE_INPUT, type Tab } from './tab';

export async function openFirefox(executablePath: string): Promise<Tab> {
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: {
      'media.navigator.streams.fake': true, // a test picture instead of a camera
      'media.navigator.permission.disabled': true,
    },
  });
  const page = await browser.newPage();
  return {
    open: async (url) => void (await page.goto(url)),
    back: async () => void (await page.goBack()),
    reload: async () => void (await page.reload()),
    // as: Puppeteer's own type also unwraps its handles, which JSON never holds
    run: (code, ...args) => page.evaluate(code as never, ...args) as Promise<never>,
    click: async (xpath) => {
      const element = await page.waitForSelector(`::-p-xpath(${xpath})`);
      await element?.click();
    },
    press: (key) => page.keyboard.press(key),
    chooseFiles: async (paths) => {
      const input = await page.waitForSelector(FILE_INPUT);
      // as: the selector names an input
      await (input as ElementHandle<HTMLInputElement>).uploadFile(...paths);
    },
    close: () => browser.close(),
  };
}
