import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { withChunk, withoutSegments, withWrongChecksum } from '../../e2e/photo-surgery';
import { readImageHeader } from './image-header';

const WIDTH = 70;
const HEIGHT = 50;

/** A noisy picture, so that a scan's data is long enough to be cut in. */
function picture(): Sharp {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  return sharp({
    create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#000', noise },
  });
}

const baseline = await picture().jpeg().toBuffer();
const progressive = await picture().jpeg({ progressive: true }).toBuffer();
const grey = await picture().greyscale().jpeg().toBuffer();
const cmyk = await picture().toColourspace('cmyk').jpeg().toBuffer();
const png = await picture().png().toBuffer();

const whole = { width: WIDTH, height: HEIGHT, complete: true };

describe('readImageHeader of a JPEG', () => {
  it.each([
    ['baseline', baseline],
    ['progressive', progressive],
    ['greyscale', grey],
    ['CMYK', cmyk],
  ])('reads the size of a whole %s file', (_, bytes) => {
    expect(readImageHeader(bytes, 'jpeg')).toMatchObject(whole);
  });

  it.each([0.5, 0.75, 0.99])('sees that %f of a file is not all of it', (share) => {
    for (const bytes of [baseline, progressive]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * share));
      expect(readImageHeader(cut, 'jpeg')).toMatchObject({ ...whole, complete: false });
    }
  });

  it('sees a cut at every byte of the file', () => {
    for (let length = 3; length < progressive.length; length += 1) {
      const header = readImageHeader(progressive.subarray(0, length), 'jpeg');
      expect(header?.complete ?? false).toBe(false);
    }
  });

  it('accepts what cameras append after the end', () => {
    const appended = Buffer.concat([baseline, progressive.subarray(0, 100)]);
    expect(readImageHeader(appended, 'jpeg')).toMatchObject(whole);
  });

  it('takes neither size nor end from a thumbnail in an APP segment', async () => {
    const thumbnail = await sharp({
      create: { width: 8, height: 6, channels: 3, background: '#888' },
    })
      .jpeg()
      .toBuffer();
    const length = Buffer.alloc(2);
    length.writeUInt16BE(thumbnail.length + 2);
    const app1 = Buffer.concat([Buffer.from([0xff, 0xe1]), length, thumbnail]);
    const bytes = Buffer.concat([baseline.subarray(0, 2), app1, baseline.subarray(2)]);
    expect(readImageHeader(bytes, 'jpeg')).toMatchObject(whole);
    const cut = bytes.subarray(0, bytes.length - 40);
    expect(readImageHeader(cut, 'jpeg')).toMatchObject({ ...whole, complete: false });
  });

  it('counts the scans', () => {
    expect(readImageHeader(baseline, 'jpeg')?.scans).toBe(1);
    expect(readImageHeader(progressive, 'jpeg')?.scans).toBe(10);
  });

  it('misses the tables that the pixels are coded by', () => {
    const bare = withoutSegments(baseline, 0xc4);
    expect(readImageHeader(bare, 'jpeg')).toMatchObject({ ...whole, complete: false });
  });

  it('passes over fill bytes before a marker', () => {
    const filled = Buffer.concat([
      baseline.subarray(0, 2),
      Buffer.from([0xff, 0xff]),
      baseline.subarray(2),
    ]);
    expect(readImageHeader(filled, 'jpeg')).toMatchObject(whole);
  });

  it('finds no size in a bare start or in an end without a picture', () => {
    expect(readImageHeader(Uint8Array.of(0xff, 0xd8, 0xff), 'jpeg')).toBeUndefined();
    expect(readImageHeader(Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), 'jpeg')).toBeUndefined();
  });
});

describe('readImageHeader of a PNG', () => {
  it('reads the size of a whole file, 16 bits a channel too', async () => {
    expect(readImageHeader(png, 'png')).toMatchObject(whole);
    const deep = await picture().toColourspace('rgb16').png().toBuffer();
    expect(readImageHeader(deep, 'png')).toMatchObject(whole);
  });

  it('sees a cut at every byte of the file', () => {
    for (let length = 8; length < png.length; length += 1) {
      const header = readImageHeader(png.subarray(0, length), 'png');
      expect(header?.complete ?? false).toBe(false);
    }
  });

  it.each(['IHDR', 'IDAT', 'IEND'])('sees a wrong checksum of %s', (type) => {
    expect(readImageHeader(withWrongChecksum(png, type), 'png')?.complete ?? false).toBe(false);
  });

  it('passes over a wrong checksum of what no picture needs', () => {
    const bytes = withWrongChecksum(withChunk(png, 'tEXt', [Buffer.from('a\0b')]), 'tEXt');
    expect(readImageHeader(bytes, 'png')).toMatchObject(whole);
  });

  it('accepts bytes after the end', () => {
    expect(readImageHeader(Buffer.concat([png, Buffer.alloc(9)]), 'png')).toMatchObject(whole);
  });

  it('finds no size where IHDR says zero', () => {
    const empty = Buffer.from(png);
    empty.writeUInt32BE(0, 16);
    expect(readImageHeader(empty, 'png')).toBeUndefined();
  });
});
