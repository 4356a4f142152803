/** What a host's headers let the package do: threads, and Trusted Types. */
import { expect, test } from '@playwright/test';
import { POLICY } from './folder-site';
import { openPlainPage, servePlainPage } from './plain-page';

test('threads share a photo where page and package are isolated', async ({ page }) => {
  await using isolated = await servePlainPage({
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
  });
  await openPlainPage(page, isolated.address);
  const { threads, cores, kind } = await page.evaluate(async () => {
    const pilah = await window.pilah.load();
    const { class: kind } = await pilah.classify(await window.sample('glass-3.jpg'));
    return { threads: pilah.info.backend.threads, cores: navigator.hardwareConcurrency, kind };
  });
  expect(threads).toBe(Math.min(cores, 4));
  expect(kind).toBe('glass');
});

test('Trusted Types: a page without a default policy gets a code, one with a policy an answer', async ({
  page,
}) => {
  await using trusting = await servePlainPage({
    'content-security-policy': `${POLICY}; require-trusted-types-for 'script'; trusted-types default`,
  });
  await openPlainPage(page, trusting.address);
  const { refused, kind } = await page.evaluate(async () => {
    const reason = await window.reasonOf(window.pilah.load());
    // TypeScript's own libraries do not know `trustedTypes`.
    const { trustedTypes } = window as unknown as {
      trustedTypes: { createPolicy(name: string, rules: object): void };
    };
    trustedTypes.createPolicy('default', {
      createScriptURL: (address: string) =>
        new URL(address, location.href).origin === location.origin ? address : undefined,
    });
    const pilah = await window.pilah.load();
    const { class: found } = await pilah.classify(await window.sample('glass-3.jpg'));
    return { refused: reason, kind: found };
  });
  expect(refused).toBe('worker-unreachable');
  expect(kind).toBe('glass');
});
