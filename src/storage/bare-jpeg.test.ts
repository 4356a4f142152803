import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { bareJpeg } from './bare-jpeg';

const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#567' } });

describe('bareJpeg', () => {
  it('gives the same picture without what is said beside it', async () => {
    const tagged = await flat(96, 48)
      .withExif({ IFD0: { Artist: 'somebody' } })
      .jpeg()
      .toBuffer();
    const spoken = Buffer.concat([tagged, Buffer.from('and somebody again')]);
    const bare = bareJpeg(spoken);
    if (!bare) throw new Error('it is one');
    expect(Buffer.from(bare).toString('latin1')).not.toContain('somebody');
    const { exif, width, height } = await sharp(bare).metadata();
    expect({ exif, width, height }).toEqual({ width: 96, height: 48 });
    expect(await sharp(bare).raw().toBuffer()).toEqual(await sharp(tagged).raw().toBuffer());
    expect(bareJpeg(bare)).toEqual(bare);
  });

  it.each([
    ['wider than 96 pixels', () => flat(97, 4).jpeg().toBuffer()],
    ['higher than 96 pixels', () => flat(4, 352).jpeg().toBuffer()],
    ['of many scans', () => flat(9, 9).jpeg({ progressive: true }).toBuffer()],
    ['a PNG', () => flat(9, 9).png().toBuffer()],
    ['cut off', async () => (await flat(9, 9).jpeg().toBuffer()).subarray(0, -2)],
    ['its beginning alone', async () => (await flat(9, 9).jpeg().toBuffer()).subarray(0, 30)],
    ['empty', async () => Buffer.alloc(0)],
  ])('refuses what is %s', async (_, make) => {
    expect(bareJpeg(await make())).toBeUndefined();
  });
});
