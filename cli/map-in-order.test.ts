import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { mapInOrder } from './map-in-order';

describe('mapInOrder', () => {
  it('keeps the order of the items though later ones end first', async () => {
    const results: string[] = [];
    const slowFirst = (ms: number) => sleep(ms).then(() => `${ms}`);
    for await (const { item, result } of mapInOrder([30, 1, 10, 0], 3, slowFirst)) {
      results.push(`${item}=${result}`);
    }
    expect(results).toEqual(['30=30', '1=1', '10=10', '0=0']);
  });

  it('starts no more than it may ahead of the reader', async () => {
    let started = 0;
    const task = async () => {
      started += 1;
    };
    const results = mapInOrder(Array.from({ length: 100 }), 4, task);
    await results.next();
    expect(started).toBe(4);
    await results.next();
    expect(started).toBe(5);
  });

  it('gives nothing for nothing', async () => {
    const results = mapInOrder([], 2, async () => 1);
    expect(await results.next()).toEqual({ done: true, value: undefined });
  });
});
