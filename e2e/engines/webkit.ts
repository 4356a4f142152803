/** WebKitGTK's MiniBrowser by classic WebDriver, on a screen of its own where there is none. */
import { type ChildProcess, spawn } from 'node:child_process';
import { Builder, By, Capabilities, Key, until, type WebDriver } from 'selenium-webdriver';
import { freePort } from '../free-port';
import { FILE_INPUT, type Tab } from './tab';

const ELEMENT_MS = 15_000;
const START_MS = 20_000;
/** One that is asked while the page changes holds up all that follow for so long. */
const SCRIPT_MS = 5_000;

export async function openWebkit(miniBrowser: string): Promise<Tab> {
  const port = await freePort();
  const server = spawn('xvfb-run', ['-a', 'WebKitWebDriver', `--port=${port}`], {
    stdio: 'ignore',
    detached: true, // a group of its own, so that the screen ends with it
  });
  try {
    const driver = await connect(miniBrowser, port);
    return tabOf(driver, server);
  } catch (error) {
    end(server);
    throw error;
  }
}

async function connect(binary: string, port: number): Promise<WebDriver> {
  const address = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + START_MS;
  while (!(await isUp(address))) {
    if (Date.now() > deadline) throw new Error('WebKitWebDriver does not start');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const wanted = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
  });
  const driver = await new Builder().usingServer(address).withCapabilities(wanted).build();
  await driver.manage().setTimeouts({ script: SCRIPT_MS });
  return driver;
}

async function isUp(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/status`)).ok;
  } catch {
    return false;
  }
}

function tabOf(driver: WebDriver, server: ChildProcess): Tab {
  return {
    open: (url) => driver.get(url),
    back: () => driver.navigate().back(),
    reload: () => driver.navigate().refresh(),
    run: (code, ...args) =>
      driver.executeScript(`return (${code.toString()}).apply(null, arguments)`, ...args),
    click: async (xpath) => {
      const element = await driver.wait(until.elementLocated(By.xpath(xpath)), ELEMENT_MS);
      await element.click();
    },
    press: (key) =>
      driver
        .actions()
        .sendKeys(key === '?' ? key : KEYS[key])
        .perform(),
    chooseFiles: async (paths) => {
      const input = await driver.findElement(By.css(FILE_INPUT));
      // WebDriver would add to the files chosen before; a person's choice replaces them.
      await driver.executeScript("arguments[0].value = ''", input);
      await input.sendKeys(paths.join('\n'));
    },
    close: async () => {
      try {
        await driver.quit();
      } finally {
        end(server);
      }
    },
  };
}

const KEYS = {
  Tab: Key.TAB,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  ArrowDown: Key.ARROW_DOWN,
  Delete: Key.DELETE,
};

function end({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid);
}
