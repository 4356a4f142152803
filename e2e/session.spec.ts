/** A long session stays smooth. Runs alone, since what else the machine does would be counted too. */
import { writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { phonePhoto, sampleFiles, samplePath } from './photos';
import { openPilah } from './pilah-page';

const SESSION_PHOTOS = 50;

test('a session of 50 photos never holds the main thread for more than 50 ms', async ({
  page,
}, testInfo) => {
  test.setTimeout(240_000);
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  const large = testInfo.outputPath('phone.jpg');
  writeFileSync(large, await phonePhoto());
  const files = [large, ...sampleFiles.map(samplePath)];
  const pilah = await openPilah(page);
  await pilah.ready();
  for (let index = 0; index < SESSION_PHOTOS; index++) {
    await pilah.sort(files[index % files.length] ?? large);
  }
  expect(await page.evaluate('longTasks')).toEqual([]);
});
