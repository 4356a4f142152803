/** Every odd or broken file that Pilah is held to, made in memory from one sample, with what must become of it. */
import { deflateSync } from 'node:zlib';
import type { ErrorCode, ScreenErrorCode } from '../src/domain/coded-error';
import {
  animated,
  cut,
  exchangedColours,
  flat,
  inkJpeg,
  largeJpeg,
  pngOf,
  withChunk,
  withNewSegment,
  withoutSegments,
  withScans,
  withSegment,
  withWrongChecksum,
  zeros,
} from './photo-surgery';
import { exifPhoto, sampleBytes, sampleImage, transparentPng } from './photos';

/** What all answers below are compared with. Not square and not symmetric: a wrong turn shows in the answer. */
export const PLAIN_SAMPLE = 'glass-3.jpg';

/** For a file that is only stored in another way: its decoder rounds differently. */
const SAME_PHOTO = 0.02;
/** For one whose pixels were coarsened on the way. */
const ALIKE = 0.08;

/** Names that a page, a spreadsheet or a terminal could take for something else. */
export const BAD_NAMES: readonly string[] = [
  '<img src=x onerror=window.hacked=1>.jpg',
  '<script>window.hacked=1<\u2215script>.jpg',
  'foto\u202egpj.exe',
  '\u2067\u05d0\u05d1\u05d2\u2069.jpg',
  `${'panjang'.repeat(42)}.jpg`,
  `${'\u{1f5d1}'.repeat(50)}.jpg`,
  '=HYPERLINK("x").jpg',
  '+1.jpg',
  '-1.jpg',
  '@SUM(1).jpg',
  'a,b;"c".jpg',
];

export interface BadPhoto {
  name: string;
  make: () => Buffer | Promise<Buffer>;
  /**
   * The code of its error; or by how much the probability of the answer, which is the sample's, may differ from the
   * sample's own; or `any-answer`, where the picture is no longer the sample's.
   */
  expected: Exclude<ErrorCode, ScreenErrorCode> | number | 'any-answer';
}

const jpeg = () => sampleBytes(PLAIN_SAMPLE);
const png = () => sampleImage().png().toBuffer();

const CUTS = [0.001, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999];

export const BAD_PHOTOS: readonly BadPhoto[] = [
  { name: 'an empty file', make: () => Buffer.alloc(0), expected: 'not-jpeg-or-png' },
  { name: 'a file of one byte', make: () => Buffer.of(0xff), expected: 'not-jpeg-or-png' },
  {
    name: 'a JPEG of its first three bytes',
    make: () => jpeg().subarray(0, 3),
    expected: 'photo-damaged',
  },
  {
    name: 'a PNG of its first eight bytes',
    make: async () => (await png()).subarray(0, 8),
    expected: 'photo-damaged',
  },
  ...CUTS.map(
    (share): BadPhoto => ({
      name: `a JPEG cut off after ${share * 100} %`,
      make: () => cut(jpeg(), share),
      expected: 'photo-damaged',
    }),
  ),
  ...CUTS.map(
    (share): BadPhoto => ({
      name: `a PNG cut off after ${share * 100} %`,
      make: async () => cut(await png(), share),
      expected: 'photo-damaged',
    }),
  ),
  {
    name: 'a progressive JPEG cut off after 50 %',
    make: async () => cut(await sampleImage().jpeg({ progressive: true }).toBuffer(), 0.5),
    expected: 'photo-damaged',
  },
  {
    name: 'a JPEG whose Huffman table counts too many codes',
    make: () => withSegment(jpeg(), 0xc4, (table) => table.fill(0xff, 1, 17)),
    expected: 'photo-damaged',
  },
  {
    name: 'a JPEG whose quantisation table has a number that does not exist',
    make: () => withSegment(jpeg(), 0xdb, (table) => table.fill(0xff, 0, 1)),
    expected: 'photo-damaged',
  },
  {
    name: 'a JPEG without a Huffman table',
    make: () => withoutSegments(jpeg(), 0xc4),
    expected: 'photo-damaged',
  },
  {
    name: 'a JPEG of no height',
    make: () => withSegment(jpeg(), 0xc0, (frame) => frame.writeUInt16BE(0, 1)),
    expected: 'photo-damaged',
  },
  {
    name: 'a JPEG of five colours',
    make: () => withSegment(jpeg(), 0xc0, (frame) => frame.writeUInt8(5, 5)),
    expected: 'photo-damaged',
  },
  {
    name: 'a PNG with a wrong checksum of its header',
    make: async () => withWrongChecksum(await png(), 'IHDR'),
    expected: 'photo-damaged',
  },
  {
    name: 'a PNG with a wrong checksum of its pixels',
    make: async () => withWrongChecksum(await png(), 'IDAT'),
    expected: 'photo-damaged',
  },
  {
    name: 'a PNG whose pixels end too early',
    make: async () => pngOf(512, 384, deflateSync(Buffer.alloc(384 * 100))),
    expected: 'photo-damaged',
  },
  {
    name: 'a PNG of 50,000 x 50,000 pixels in few bytes',
    make: () => pngOf(50_000, 50_000, deflateSync(Buffer.alloc(1 << 20))),
    expected: 'photo-too-large',
  },
  {
    name: 'a PNG that says 8 x 8 and holds 256 megabytes',
    make: () => pngOf(8, 8, zeros(1 << 28)),
    expected: 'any-answer',
  },
  {
    name: 'a PNG with 256 megabytes in its colour profile',
    make: async () => withChunk(await png(), 'iCCP', [Buffer.from('icc\0\0'), zeros(1 << 28)]),
    expected: SAME_PHOTO,
  },
  {
    name: 'a PNG with 256 megabytes of text',
    make: async () => withChunk(await png(), 'zTXt', [Buffer.from('Comment\0\0'), zeros(1 << 28)]),
    expected: SAME_PHOTO,
  },
  { name: 'a JPEG of 100 megapixels', make: () => largeJpeg(false), expected: ALIKE },
  {
    name: 'a progressive JPEG of 100 megapixels',
    make: () => largeJpeg(true),
    expected: ALIKE,
  },
  {
    name: 'a progressive JPEG of 100 megapixels with 2,000 scans',
    make: async () => withScans(await flat().jpeg({ progressive: true }).toBuffer(), 2000),
    expected: 'photo-too-large',
  },
  {
    name: 'a PNG of 100 megapixels',
    make: () => flat().png().toBuffer(),
    expected: 'any-answer',
  },
  { name: 'an animated PNG', make: async () => animated(await png()), expected: SAME_PHOTO },
  {
    name: 'an interlaced PNG',
    make: () => sampleImage().png({ progressive: true }).toBuffer(),
    expected: SAME_PHOTO,
  },
  {
    name: 'a PNG of 16 bits a channel',
    make: () => sampleImage().toColourspace('rgb16').png().toBuffer(),
    expected: SAME_PHOTO,
  },
  {
    name: 'a PNG of 64 colours',
    make: () => sampleImage().png({ colours: 64 }).toBuffer(),
    expected: ALIKE,
  },
  { name: 'a transparent PNG', make: transparentPng, expected: 'any-answer' },
  {
    name: 'a JPEG in CMYK',
    make: () => inkJpeg('cmyk'),
    expected: SAME_PHOTO,
  },
  { name: 'a JPEG in YCCK', make: () => inkJpeg('ycck'), expected: SAME_PHOTO },
  {
    name: 'a JPEG in CMYK with a profile of a printer',
    make: () => sampleImage().toColourspace('cmyk').withIccProfile('cmyk').jpeg().toBuffer(),
    expected: ALIKE,
  },
  ...[1, 2, 3, 4, 5, 6, 7, 8].map(
    (orientation): BadPhoto => ({
      name: `a JPEG with EXIF orientation ${orientation}`,
      make: async () => (await exifPhoto(orientation)).buffer,
      expected: SAME_PHOTO,
    }),
  ),
  {
    name: 'a JPEG with an EXIF orientation that does not exist',
    make: async () => {
      const photo = await exifPhoto(1);
      const at = photo.buffer.indexOf(Buffer.from([0x12, 0x01, 0x03, 0x00]));
      if (at === -1) throw new Error('no orientation');
      photo.buffer.writeUInt16LE(77, at + 8);
      return photo.buffer;
    },
    expected: SAME_PHOTO,
  },
  {
    name: 'a JPEG with EXIF that is noise',
    make: () =>
      withNewSegment(jpeg(), 0xe1, Buffer.from(`Exif\0\0II${'\xff'.repeat(300)}`, 'latin1')),
    expected: SAME_PHOTO,
  },
  {
    name: 'a JPEG in Display P3',
    make: () => sampleImage().withIccProfile('p3').jpeg({ quality: 98 }).toBuffer(),
    expected: SAME_PHOTO,
  },
  {
    name: 'a JPEG whose colour profile exchanges red and blue',
    make: exchangedColours,
    expected: SAME_PHOTO,
  },
  {
    name: 'a JPEG with a broken colour profile',
    make: async () => {
      const bytes = await sampleImage().withIccProfile('p3').jpeg({ quality: 98 }).toBuffer();
      return bytes.fill(0xee, bytes.indexOf('acsp'), bytes.indexOf('acsp') + 200);
    },
    expected: ALIKE,
  },
  {
    name: 'a JPEG with a web page in its comment',
    make: () => withNewSegment(jpeg(), 0xfe, Buffer.from('<script>alert(1)</script>')),
    expected: SAME_PHOTO,
  },
  {
    name: 'a JPEG with a film behind its end',
    make: () => Buffer.concat([jpeg(), Buffer.alloc(1 << 20, 'ftypmp42')]),
    expected: SAME_PHOTO,
  },
  {
    name: 'an SVG called .jpg',
    make: () =>
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    expected: 'not-jpeg-or-png',
  },
  {
    name: 'a web page called .jpg',
    make: () => Buffer.from('<!doctype html><script>alert(1)</script>'),
    expected: 'not-jpeg-or-png',
  },
  {
    name: 'a shell script called .jpg',
    make: () => Buffer.from('#!/bin/sh\necho photo\n'),
    expected: 'not-jpeg-or-png',
  },
  {
    name: 'a HEIC called .jpg',
    make: () => Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1'),
    expected: 'not-jpeg-or-png',
  },
  {
    name: 'an AVIF called .jpg',
    make: () => sampleImage().resize(64).avif({ effort: 0 }).toBuffer(),
    expected: 'not-jpeg-or-png',
  },
  {
    name: 'a WebP called .jpg',
    make: () => sampleImage().resize(64).webp().toBuffer(),
    expected: 'not-jpeg-or-png',
  },
];
