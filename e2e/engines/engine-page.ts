/** The page in one of the other engines as a person uses it. Nothing here knows what is right. */
import { readdirSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { MODEL_VERSION } from '../../src/domain/model-version';
import { samplePath } from '../photos';
import type { Tab } from './tab';

export interface KnownAnswer {
  class: string;
  probability: number;
  verdict: string;
}

export const MODEL_SHARDS = readdirSync(
  new URL(`../../public/model/${MODEL_VERSION}/`, import.meta.url),
).filter((file) => file.endsWith('.bin')).length;

const LOOK_MS = 5000;

export class EnginePage {
  constructor(private readonly tab: Tab) {}

  async choose(file: string): Promise<void> {
    await this.tab.chooseFiles([samplePath(file)]);
    await expect.poll(() => this.look(previewName)).toContain(file);
  }

  async sort(file: string): Promise<KnownAnswer> {
    await this.choose(file);
    await this.tab.click(
      '//button[contains(., "Klasifikasikan Limbah Anda") or contains(., "Classify Your Waste")]',
    );
    await expect.poll(() => this.look(shownAnswer), { timeout: 60_000 }).toBeTruthy();
    const answer = await this.tab.run(shownAnswer);
    if (!answer) throw new Error('an answer, then none');
    return answer;
  }

  async expectText(selector: string, text: string | RegExp, timeout = 60_000): Promise<void> {
    const read = () =>
      this.look((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);
    const shown = expect.poll(read, { timeout, message: selector });
    await (typeof text === 'string' ? shown.toBe(text) : shown.toMatch(text));
  }

  /** What a driver is asked while the page changes may never be answered: undefined then, and to be asked again. */
  look<Arguments extends unknown[], Result>(
    code: (...args: Arguments) => Result,
    ...args: Arguments
  ): Promise<Awaited<Result> | undefined> {
    const look = this.tab.run(code, ...args).catch(() => undefined);
    return Promise.race([look, setTimeout(LOOK_MS, undefined)]);
  }
}

/** By its words or its label. */
export function button(name: string): string {
  return `//button[normalize-space()="${name}" or @aria-label="${name}"]`;
}

// What follows runs in the page.

export function previewName(): string {
  return document.querySelector('main img[src^="blob:"]')?.getAttribute('alt') ?? '';
}

function shownAnswer(): KnownAnswer | null {
  const card = document.querySelector('article[data-verdict]');
  return (
    card && {
      class: card.getAttribute('data-class') ?? '',
      verdict: card.getAttribute('data-verdict') ?? '',
      probability: card.querySelector('progress')?.value ?? Number.NaN,
    }
  );
}

export async function keptShards(): Promise<number> {
  const names = (await caches.keys()).filter((name) => name.startsWith('pilah-model-'));
  const [requests = []] = await Promise.all(
    names.map(async (name) => (await caches.open(name)).keys()),
  );
  return requests.filter(({ url }) => url.includes('.bin')).length;
}
