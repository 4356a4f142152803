/** Cuts and joins the bytes of JPEG and PNG files into odd and broken ones. */
import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { sampleImage } from './photos';

export function cut(bytes: Buffer, share: number): Buffer {
  return bytes.subarray(0, Math.ceil(bytes.length * share));
}

/** Where each segment of a JPEG's head begins: at the 0xff of its marker. */
function segments(bytes: Buffer): { marker: number; start: number; end: number }[] {
  const found = [];
  for (let start = 2; bytes[start + 1] !== 0xda; ) {
    const end = start + 2 + bytes.readUInt16BE(start + 2);
    found.push({ marker: bytes.readUInt8(start + 1), start, end });
    start = end;
  }
  return found;
}

/** Changes the data, without its length, of the first segment with that marker. */
export function withSegment(
  bytes: Buffer,
  marker: number,
  change: (data: Buffer) => unknown,
): Buffer {
  const changed = Buffer.from(bytes);
  const segment = segments(changed).find((candidate) => candidate.marker === marker);
  if (!segment) throw new Error(`no segment ${marker.toString(16)}`);
  change(changed.subarray(segment.start + 4, segment.end));
  return changed;
}

export function withoutSegments(bytes: Buffer, marker: number): Buffer {
  let rest = bytes;
  for (const { start, end } of segments(bytes)
    .reverse()
    .filter((one) => one.marker === marker)) {
    rest = Buffer.concat([rest.subarray(0, start), rest.subarray(end)]);
  }
  return rest;
}

/** As the first segment, which is where EXIF has to be. */
export function withNewSegment(bytes: Buffer, marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([bytes.subarray(0, 2), head, data, bytes.subarray(2)]);
}

/** The last scan again and again: a few bytes each, of which each makes a decoder go through all pixels. */
export function withScans(bytes: Buffer, count: number): Buffer {
  const scanAt = bytes.lastIndexOf(Buffer.from([0xff, 0xda]));
  const scan = bytes.subarray(scanAt, bytes.length - 2);
  const scans = Array.from({ length: count }, () => scan);
  return Buffer.concat([bytes.subarray(0, scanAt), ...scans, bytes.subarray(bytes.length - 2)]);
}

function chunk(type: string, ...data: Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from(type), ...data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length - 4, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** Eight bits of grey a pixel. */
export function pngOf(width: number, height: number, pixels: Buffer): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND')]);
}

/** Compressed, a thousandth of that. */
export function zeros(byteCount: number): Buffer {
  return deflateSync(Buffer.alloc(byteCount));
}

const AFTER_PNG_HEADER = 33;

export function withChunk(bytes: Buffer, type: string, data: Buffer[]): Buffer {
  const [head, rest] = [bytes.subarray(0, AFTER_PNG_HEADER), bytes.subarray(AFTER_PNG_HEADER)];
  return Buffer.concat([head, chunk(type, ...data), rest]);
}

export function withWrongChecksum(bytes: Buffer, type: string): Buffer {
  const changed = Buffer.from(bytes);
  const typeAt = changed.indexOf(type);
  const checksumAt = typeAt + 4 + changed.readUInt32BE(typeAt - 4);
  changed.writeUInt32BE((changed.readUInt32BE(checksumAt) ^ 1) >>> 0, checksumAt);
  return changed;
}

/** Its first picture is the sample, its second one black. https://www.w3.org/TR/png-3/#apng-frame-based-animation */
export function animated(bytes: Buffer): Buffer {
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const channels = bytes[25] === 6 ? 4 : 3;
  const frame = (serial: number) => {
    const control = Buffer.alloc(26);
    control.writeUInt32BE(serial, 0);
    control.writeUInt32BE(width, 4);
    control.writeUInt32BE(height, 8);
    control.writeUInt16BE(1, 20);
    control.writeUInt16BE(10, 22);
    return chunk('fcTL', control);
  };
  const black = deflateSync(Buffer.alloc((width * channels + 1) * height));
  const head = Buffer.concat([
    bytes.subarray(0, AFTER_PNG_HEADER),
    chunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])),
    frame(0),
  ]);
  const second = Buffer.concat([frame(1), chunk('fdAT', Buffer.from([0, 0, 0, 2]), black)]);
  return Buffer.concat([head, bytes.subarray(AFTER_PNG_HEADER, -12), second, bytes.subarray(-12)]);
}

export function flat(): Sharp {
  return sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: '#567' } });
}

export function largeJpeg(progressive: boolean): Promise<Buffer> {
  return sampleImage()
    .resize(11_552, 8664, { fit: 'fill', kernel: 'nearest' })
    .jpeg({ quality: 60, progressive })
    .toBuffer();
}

/**
 * Ink that mixes to the sample's colours by the plain rule, light = (255 - ink) (255 - black) / 255, stored as
 * Adobe's programs store it: inverted, and for YCCK with the three colours, inverted once more, turned to YCbCr.
 */
export async function inkJpeg(kind: 'cmyk' | 'ycck'): Promise<Buffer> {
  const { data: rgb, info } = await sampleImage().raw().toBuffer({ resolveWithObject: true });
  const pixels = info.width * info.height;
  const stored = Buffer.alloc(pixels * 4);
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    const light = [...rgb.subarray(pixel * 3, pixel * 3 + 3)];
    const brightest = Math.max(...light, 1);
    const mixed = light.map((value) => Math.round((value * 255) / brightest));
    const [red = 0, green = 0, blue = 0] = mixed;
    const colour = kind === 'cmyk' ? mixed : toYcc(255 - red, 255 - green, 255 - blue);
    // sharp writes ink inverted; what stands here is the ink.
    stored.set([...colour.map((value) => 255 - value), 255 - brightest], pixel * 4);
  }
  const plane = (at: number) => Buffer.from(stored.filter((_, index) => index % 4 === at));
  const raw = { width: info.width, height: info.height, channels: 1 as const };
  // Joined, since sharp takes four raw channels for light with transparency.
  const bytes = await sharp(plane(0), { raw })
    .joinChannel([plane(1), plane(2), plane(3)], { raw })
    .toColourspace('cmyk')
    .jpeg({ quality: 98, chromaSubsampling: '4:4:4' })
    .toBuffer();
  return withSegment(bytes, 0xee, (adobe) => adobe.writeUInt8(kind === 'cmyk' ? 0 : 2, 11));
}

/** JFIF 1.02, page 3. */
function toYcc(red: number, green: number, blue: number): number[] {
  return [
    0.299 * red + 0.587 * green + 0.114 * blue,
    128 - 0.168736 * red - 0.331264 * green + 0.5 * blue,
    128 + 0.5 * red - 0.418688 * green - 0.081312 * blue,
  ].map((value) => Math.min(Math.max(Math.round(value), 0), 255));
}

/** Red and blue are exchanged in the pixels, and the primaries in the profile, so that both together are the sample. */
export async function exchangedColours(): Promise<Buffer> {
  const { data, info } = await sampleImage().raw().toBuffer({ resolveWithObject: true });
  for (let at = 0; at < data.length; at += 3) data.subarray(at, at + 3).reverse();
  const { width, height } = info;
  const profile = await sampleImage().withIccProfile('srgb').jpeg().toBuffer();
  const icc = (await sharp(profile).metadata()).icc;
  if (!icc) throw new Error('no profile');
  const [red, blue] = [icc.indexOf('rXYZ'), icc.indexOf('bXYZ')];
  const redPlace = Buffer.from(icc.subarray(red + 4, red + 12));
  icc.copy(icc, red + 4, blue + 4, blue + 12);
  redPlace.copy(icc, blue + 4);
  const photo = await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 98, chromaSubsampling: '4:4:4' })
    .toBuffer();
  return withNewSegment(photo, 0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01'), icc]));
}
