/** Playwright's `test` on a faulty site of its own, and what the tests of the model's faults ask of the page. */
import { expect, type Page } from '@playwright/test';
import { FaultySite } from './faulty-site';
import type { PilahPage } from './pilah-page';
import { test as base } from './pilah-test';

export const test = base.extend<{ site: FaultySite; baseURL: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the first parameter
  site: async ({}, use) => {
    const site = new FaultySite();
    await use(site);
    await site.stop();
  },
  baseURL: async ({ site }, use) => use(await site.start()),
});

export const SHARD_COUNT = 9;
export const MODEL_BYTES = 4_228_432;

export const retryButton = (page: Page) => page.getByRole('button', { name: 'Muat model lagi' });

export async function failureOf(pilah: PilahPage): Promise<string | undefined> {
  await expect(pilah.engine).toHaveAttribute('data-engine', 'failed', { timeout: 60_000 });
  const last = (await pilah.statuses()).at(-1);
  return last?.kind === 'failed' ? last.failure.code : undefined;
}

/** Of each download that was told, in order. */
export async function downloadedBytes(pilah: PilahPage): Promise<number[]> {
  const statuses = await pilah.statuses();
  return statuses.flatMap((status) =>
    status.kind === 'downloading' ? [status.downloadedBytes] : [],
  );
}

export async function kept(pilah: PilahPage): Promise<string> {
  await expect(pilah.engine).toHaveAttribute('data-engine', 'ready', { timeout: 60_000 });
  const lastKept = async () => {
    const last = (await pilah.statuses()).at(-1);
    return last?.kind === 'ready' ? last.kept.kind : 'not ready';
  };
  await expect.poll(lastKept).not.toBe('storing');
  return lastKept();
}

/** Names of the shards that are kept, read in the page. */
export function keptShards(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const cache = await caches.open('pilah-model-4');
    const urls = (await cache.keys()).map(
      ({ url }) => new URL(url).pathname.split('/').pop() ?? '',
    );
    return urls.filter((name) => name.endsWith('.bin'));
  });
}
