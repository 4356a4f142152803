import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type LooseEntry, readHistoryFile, writeHistoryFile } from './history-file';

const ENTRY: LooseEntry = {
  timeMs: 1_700_000_000_000,
  answer: 'glass',
  probability: 0.9,
  verdict: 'sure',
  picture: null,
};

describe('the history as a file', () => {
  it('comes back as it was, however long', async () => {
    const jpeg = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#567' } })
      .jpeg()
      .toBuffer();
    const [picture] = (
      await readHistoryFile(writeHistoryFile([{ ...ENTRY, picture: new Uint8Array(jpeg) }]))
    ).map((entry) => entry.picture);
    expect(picture?.length).toBeGreaterThan(100);
    for (const count of [0, 1, 1001]) {
      const entries = Array.from({ length: count }, (_, index) => ({
        ...ENTRY,
        timeMs: ENTRY.timeMs + index,
        ...(index % 2 === 0 ? { corrected: 'metal' as const } : { picture: picture ?? null }),
      }));
      expect(await readHistoryFile(writeHistoryFile(entries))).toEqual(entries);
    }
  });

  it('of more than 120 MB is not even read', async () => {
    const huge = { size: 121e6, text: () => Promise.reject(new Error('was read')) };
    // as: no such file is made for a test
    await expect(readHistoryFile(huge as unknown as Blob)).rejects.toMatchObject({
      code: 'import-invalid',
      detail: expect.stringContaining('bytes'),
    });
  });
});
