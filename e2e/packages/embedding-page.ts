/** What somebody else's page does, watched: where it asks, what is missing, what its content policy refuses. */
import type { Page } from '@playwright/test';

export interface PageWatch {
  /** Addresses that were answered, without the page's origin. */
  answered: string[];
  /** All that a page under a strict policy should never do, in words. */
  faults: string[];
}

/** To be called before the page is opened. */
export function watchPage(page: Page, address: string): PageWatch {
  const watch: PageWatch = { answered: [], faults: [] };
  const { faults } = watch;
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) faults.push(`asked elsewhere: ${request.url()}`);
  });
  page.on('response', (response) => {
    const path = response.url().slice(address.length);
    if (response.ok()) watch.answered.push(path);
    else faults.push(`${response.status()}: ${path}`);
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    // Such a line names no file, and each browser asks for an icon that nobody has.
    const isKnown = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isKnown) faults.push(message.text());
  });
  return watch;
}
