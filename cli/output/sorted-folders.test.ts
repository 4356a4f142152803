import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rankClasses, type Verdict } from '../../src/domain/classification';
import { openSortedFolders } from './sorted-folders';

let folder = '';
let target = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilah-'));
  target = join(folder, 'sorted');
});
afterEach(() => rm(folder, { recursive: true }));

describe('places', () => {
  it.each([
    ['sure', 'glass/a.jpg'],
    ['unsure', 'unsure/a.jpg'],
    ['not-waste', 'not-waste/a.jpg'],
  ] as const)('go by the verdict %s', async (verdict, expected) => {
    const sorted = await openSortedFolders(target, false, new Set());
    expect(await sorted.place(await photo('a.jpg'), answer(verdict))).toBe(expected);
    expect(await listing()).toEqual([expected]);
    expect(await content('sorted', expected)).toBe('a.jpg');
  });

  it('are free ones: other photos of that name stay, alike or not', async () => {
    const sorted = await openSortedFolders(target, false, new Set());
    const photos = [
      await photo('1/a.jpg', 'x'),
      await photo('2/a.jpg', 'y'),
      await photo('3/a.jpg', 'x'),
    ];
    const places = [];
    for (const each of photos) places.push(await sorted.place(each, answer()));
    expect(places).toEqual(['glass/a.jpg', 'glass/a (2).jpg', 'glass/a (3).jpg']);
    expect(await content('sorted', 'glass/a.jpg')).toBe('x');
    expect(await content('sorted', 'glass/a (2).jpg')).toBe('y');
  });

  it('never take the place of what is there before, nor write through a link', async () => {
    await photo('sorted/glass/a.jpg', 'theirs');
    await photo('elsewhere', 'x');
    await symlink(join(folder, 'elsewhere'), join(target, 'glass/a (2).jpg'));
    const sorted = await openSortedFolders(target, false, new Set());
    expect(await sorted.place(await photo('a.jpg', 'x'), answer())).toBe('glass/a (3).jpg');
    expect(await content('sorted', 'glass/a.jpg')).toBe('theirs');
  });

  it('that a stopped run had just filled are known by their bytes, unless a line names them', async () => {
    await photo('sorted/glass/a.jpg', 'x');
    const source = await photo('a.jpg', 'x');
    const resumed = await openSortedFolders(target, false, new Set());
    expect(await resumed.place(source, answer())).toBe('glass/a.jpg');
    const told = await openSortedFolders(target, false, new Set(['glass/a.jpg']));
    expect(await told.place(source, answer())).toBe('glass/a (2).jpg');
  });

  it('lie within the folder, whatever an entry of an archive is called', async () => {
    const sorted = await openSortedFolders(target, false, new Set());
    const names = [
      '../../etc/passwd',
      'a\\..\\..\\b.jpg',
      'c:d|e.jpg',
      '..',
      '.jpg',
      `${'ü'.repeat(300)}.jpg`,
    ];
    for (const name of names) {
      const entry = { kind: 'entry', name: `x.zip/${name}`, bytes: Buffer.from('x') } as const;
      expect(await sorted.place(entry, answer())).toMatch(/^glass\/[^/\\:|]+$/);
    }
    expect(await readdir(folder)).toEqual(['sorted']);
    expect(await listing()).toHaveLength(names.length);
  });

  it('keep the time of the photo, and no passing file', async () => {
    const source = await photo('a.jpg');
    await utimes(source.name, 1000, 1000);
    await writeFile(await made('sorted/.pilah-999999999.part'), 'half');
    const sorted = await openSortedFolders(target, false, new Set());
    await sorted.place(source, answer());
    expect((await stat(join(target, 'glass/a.jpg'))).mtimeMs).toBe(1_000_000);
    expect(await listing()).toEqual(['glass/a.jpg']);
  });

  it('are none for a photo that is gone; a folder that does not take it stops the run', async () => {
    const sorted = await openSortedFolders(target, false, new Set());
    const gone = { kind: 'file', name: join(folder, 'gone.jpg') } as const;
    expect(await sorted.place(gone, answer())).toBeUndefined();
    await photo('sorted/unsure', 'a file in its way');
    await expect(sorted.place(await photo('a.jpg'), answer('unsure'))).rejects.toThrow(
      'does not take',
    );
  });
});

describe('moving', () => {
  it('removes the source only when its line is written, and only for what is alike', async () => {
    const sorted = await openSortedFolders(target, true, new Set());
    const source = await photo('a.jpg', 'x');
    const place = (await sorted.place(source, answer())) ?? '';
    expect(await listing(folder)).toEqual(['a.jpg', 'sorted/glass/a.jpg']);
    await writeFile(await made('b.jpg'), 'another');
    await sorted.leave({ kind: 'file', name: join(folder, 'b.jpg') }, place);
    await sorted.leave(source, place);
    expect(await listing(folder)).toEqual(['b.jpg', 'sorted/glass/a.jpg']);
  });

  it('leaves a photo alone that lies at its place already', async () => {
    const inPlace = await photo('sorted/glass/a.jpg', 'x');
    const sorted = await openSortedFolders(target, true, new Set());
    const place = (await sorted.place(inPlace, answer())) ?? '';
    await sorted.leave(inPlace, place);
    expect(place).toBe('glass/a.jpg');
    expect(await listing()).toEqual(['glass/a.jpg']);
  });

  it('leads to another file system, too', async (context) => {
    const other = await mkdtemp('/dev/shm/pilah-').catch(() => undefined);
    if (!other || (await stat(other)).dev === (await stat(folder)).dev) return context.skip();
    try {
      const sorted = await openSortedFolders(other, true, new Set());
      const source = await photo('a.jpg', 'x');
      await sorted.leave(source, (await sorted.place(source, answer())) ?? '');
      expect([await listing(folder), await listing(other)]).toEqual([[], ['glass/a.jpg']]);
      await cp(other, folder, { recursive: true });
    } finally {
      await rm(other, { recursive: true });
    }
  });
});

function answer(verdict: Verdict = 'sure') {
  return {
    ranking: rankClasses([0, 0, 0, 1, 0, 0, 0, 0, 0]),
    verdict,
    evidence: new Float32Array(),
    elapsedMs: 1,
    sight: { logits: new Float32Array(9), embedding: new Float32Array(512) },
    isTaught: false,
  };
}

async function photo(name: string, text = name) {
  const path = await made(name);
  await writeFile(path, text);
  return { kind: 'file', name: path } as const;
}

async function made(name: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  return path;
}

function content(...parts: string[]): Promise<string> {
  return readFile(join(folder, ...parts), 'utf8');
}

/** All files below, from there on. */
async function listing(from = target): Promise<string[]> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(from.length + 1))
    .sort();
}
