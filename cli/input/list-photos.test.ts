import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { crc32, gzipSync } from 'node:zlib';
import tar from 'tar-stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sample } from '../testing';
import { type InputOptions, listPhotos } from './list-photos';

let folder = '';
let photo: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilah-'));
  photo = await readFile(sample('glass-3.jpg'));
  const names = [
    'b.jpg',
    'a.PNG',
    'notes.txt',
    '.hidden.jpg',
    'in/c.jpeg',
    'in/deep/d.jpg',
    '.git/e.jpg',
    '[1].jpg',
    '1.jpg',
  ];
  for (const name of names) await fixture(`photos/${name}`, photo);
  await symlink('..', join(folder, 'photos/in/loop'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('listPhotos', () => {
  it('takes the photos of a folder, sorted, hidden ones not', async () => {
    expect(await namesOf({ paths: [at('photos')] })).toEqual([
      'photos/1.jpg',
      'photos/[1].jpg',
      'photos/a.PNG',
      'photos/b.jpg',
    ]);
  });

  it('goes into folders where that is wanted, round no links, and not into the one left out', async () => {
    const deep = ['photos/in/c.jpeg', 'photos/in/deep/d.jpg'];
    const options = { paths: [at('photos')], isRecursive: true };
    const all = await namesOf(options);
    expect(all).toHaveLength(6);
    expect(all.slice(-2)).toEqual(deep);
    expect(await namesOf({ ...options, leftOut: at('photos/in/deep') })).not.toContain(deep[1]);
  });

  it('takes a file that is named, whatever its ending; a folder of none gives none', async () => {
    await mkdir(at('empty'));
    expect(await namesOf({ paths: [at('photos/notes.txt'), at('empty')] })).toEqual([
      'photos/notes.txt',
    ]);
  });

  it('takes patterns, sorted; a name that is there is no pattern', async () => {
    expect(await namesOf({ paths: [at('photos/**/{c,d}.jp*g')] })).toEqual([
      'photos/in/c.jpeg',
      'photos/in/deep/d.jpg',
    ]);
    expect(await namesOf({ paths: [at('photos/[1].jpg')] })).toEqual(['photos/[1].jpg']);
    expect(await namesOf({ paths: [at('photos/[b].jpg')] })).toEqual(['photos/b.jpg']);
    expect(await namesOf({ paths: [at('none*.jpg')] })).toEqual(['none*.jpg']);
  });

  it('takes a list, by lines or NULs, whose names are no patterns', async () => {
    const lines = await fixture(
      'lines',
      `${at('photos/b.jpg')}\r\n\n${at('photos/*.jpg')}\n${at('photos/in')}`,
    );
    expect(await namesOf({ filesFrom: lines })).toEqual([
      'photos/b.jpg',
      'photos/*.jpg',
      'photos/in/c.jpeg',
    ]);
    const nuls = await fixture('nuls', `${at('a\nb.jpg')}\0${at('photos/b.jpg')}\0`);
    expect(await namesOf({ filesFrom: nuls, isNulSeparated: true })).toEqual([
      'a\nb.jpg',
      'photos/b.jpg',
    ]);
    await expect(namesOf({ filesFrom: at('no-list') })).rejects.toThrow('cannot be read');
  });
});

describe('archives', () => {
  it.each([
    ['zip', (entries: Entries) => zip(entries)],
    ['tar', (entries: Entries) => tarball(entries)],
    ['tar.gz', async (entries: Entries) => gzipSync(await tarball(entries))],
  ])('gives the photos of a %s, whatever its name says, in its order', async (_, make) => {
    const archive = await fixture(
      'archive.bin',
      await make({ 'z/b.jpg': photo, 'a.jpg': photo, 'read.me': photo, '__MACOSX/._a.jpg': photo }),
    );
    const found = await photosOf({ paths: [archive] });
    expect(found.map(({ name }) => name)).toEqual(['archive.bin/z/b.jpg', 'archive.bin/a.jpg']);
    for (const each of found)
      expect(each).toMatchObject({ kind: 'entry', bytes: new Uint8Array(photo) });
    const counted = await photosOf({ paths: [archive], namesOnly: true });
    expect(counted).toEqual(found.map((each) => ({ ...each, bytes: new Uint8Array() })));
    await expect(namesOf({ paths: [archive], archivesRefused: 'no' })).rejects.toThrow(
      'archive.bin: no',
    );
  });

  it('lets no name lead out of the archive', async () => {
    const names = ['../../up.jpg', '/etc/root.jpg', 'a/../../b.jpg', '..\\win.jpg'];
    const entries = Object.fromEntries(names.map((name) => [name, photo]));
    const expected = ['up.jpg', 'etc/root.jpg', 'b.jpg', 'win.jpg'];
    for (const bytes of [zip(entries), await tarball(entries)]) {
      const archive = await fixture('evil', bytes);
      expect(await namesOf({ paths: [archive] })).toEqual(expected.map((name) => `evil/${name}`));
    }
  });

  it('says which part needs a password or is too large, and goes on', async () => {
    const archive = await fixture(
      'odd.zip',
      zip(
        { 'locked.jpg': photo, 'bomb.jpg': photo, 'good.jpg': photo },
        { locked: 'locked.jpg', bomb: 'bomb.jpg' },
      ),
    );
    expect((await photosOf({ paths: [archive] })).map(codeOf)).toEqual([
      ['odd.zip/locked.jpg', 'entry-encrypted'],
      ['odd.zip/bomb.jpg', 'entry-too-large'],
      ['odd.zip/good.jpg', 'entry'],
    ]);
  });

  it('reads no more of a part that is no photo than its beginning', async () => {
    const film = Buffer.alloc(10_000_000, 'film');
    const [found] = await photosOf({
      paths: [await fixture('film.zip', zip({ 'film.jpg': film }))],
    });
    if (found?.kind !== 'entry') throw new Error('no entry');
    expect(found.bytes.length).toBeLessThan(200_000);
  });

  it('gives what can be read of a broken archive, and says that it is broken', async () => {
    const entries = { 'a.jpg': photo, 'b.jpg': photo };
    const whole = await tarball(entries);
    const cut = await fixture('cut.tar', whole.subarray(0, 1.5 * photo.length));
    const broken = ['cut.tar', 'archive-damaged'];
    expect((await photosOf({ paths: [cut] })).map(codeOf)).toEqual([
      ['cut.tar/a.jpg', 'entry'],
      broken,
    ]);
    const noEnd = await fixture('cut.zip', zip(entries).subarray(0, 1000));
    expect((await photosOf({ paths: [noEnd] })).map(codeOf)).toEqual([
      ['cut.zip', 'archive-damaged'],
    ]);
    const noTar = await fixture('text.gz', gzipSync('no archive at all'.repeat(100)));
    expect((await photosOf({ paths: [noTar] })).map(codeOf)).toEqual([
      ['text.gz', 'archive-damaged'],
    ]);
  });
});

type Entries = Record<string, Uint8Array>;
type Photos = Awaited<ReturnType<typeof photosOf>>;

function at(name: string): string {
  return join(folder, name);
}

async function fixture(name: string, content: string | Uint8Array): Promise<string> {
  await mkdir(dirname(at(name)), { recursive: true });
  await writeFile(at(name), content);
  return at(name);
}

/** Names from the test's folder on. */
async function photosOf(options: Partial<InputOptions>) {
  const defaults = { paths: [], filesFrom: undefined, isNulSeparated: false, isRecursive: false };
  const found = [];
  for await (const each of listPhotos({ ...defaults, ...options })) {
    const { name } = each;
    const bytes = each.kind === 'entry' ? { bytes: new Uint8Array(each.bytes) } : {};
    found.push({
      ...each,
      ...bytes,
      name: name.startsWith(folder) ? name.slice(folder.length + 1) : name,
    });
  }
  return found;
}

async function namesOf(options: Partial<InputOptions>): Promise<string[]> {
  return (await photosOf(options)).map(({ name }) => name);
}

function codeOf(found: Photos[number]): [string, string] {
  return [found.name, found.kind === 'broken' ? found.outcome.failure.code : found.kind];
}

async function tarball(entries: Entries): Promise<Buffer> {
  const pack = tar.pack();
  for (const [name, bytes] of Object.entries(entries)) pack.entry({ name }, Buffer.from(bytes));
  pack.finalize();
  return buffer(pack as AsyncIterable<Buffer> as never);
}

/** Stored, not packed; one may say that it is encrypted, one that it holds four gigabytes. */
function zip(entries: Entries, odd: { locked?: string; bomb?: string } = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, bytes] of Object.entries(entries)) {
    const label = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(name === odd.locked ? 1 : 0, 2);
    common.writeUInt16LE(name === odd.bomb ? 8 : 0, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    // Twelve bytes of what is encrypted are the cipher's own.
    const ownBytes = name === odd.locked ? 12 : 0;
    common.writeUInt32LE(name === odd.bomb ? 0xfffffff0 : bytes.length - ownBytes, 18);
    common.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, label, bytes]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, tail, label);
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  const count = Object.keys(entries).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06'), end]);
}
