/** Kills the real command line again and again at seeded moments: at the end each photo has one line and one place. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import tar from 'tar-stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCsv } from './input/read-csv';
import { finished, sample, startPilah, wholeLines } from './testing';

const FILES = 40;
const FILES_OF_ARCHIVE = 20;
const SEED = 2026;
/** A run is killed after one to so many lines more, and up to so many milliseconds. */
const MOST_LINES = { folder: 12, archive: 4 };
const MOST_MS = 200;
const MOST_RUNS = 60;
const TIMEOUT_MS = 300_000;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilah-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a run that is killed and resumed', { timeout: TIMEOUT_MS }, () => {
  it('leaves each photo one line in CSV, and moves each to one place', async () => {
    const names = await makePhotos(join(folder, 'photos'), FILES);
    const before = await hashes('photos');
    const argv = ['classify', 'photos', '-r', '--csv', '--out', 'out.csv', '--move-to', 'sorted'];
    expect(await killUntilDone(argv, 'out.csv', MOST_LINES.folder)).toBeGreaterThan(3);
    const rows: string[][] = [];
    for await (const { cells } of readCsv(join(folder, 'out.csv'), true)) rows.push(cells);
    expect(rows.slice(1).map(([name]) => name)).toEqual(names.map((name) => `photos/${name}`));
    const bad = rows.filter((cells) => cells[4] === 'not-jpeg-or-png');
    expect(bad).toHaveLength(2);
    expect(await files('photos')).toEqual(bad.map(([name]) => name?.slice('photos/'.length)));
    expect((await files('sorted')).sort()).toEqual(
      rows
        .slice(1)
        .flatMap((cells) => cells[5] || [])
        .sort(),
    );
    // Not one lost, not one doubled, not a byte changed.
    expect([...(await hashes('sorted')), ...(await hashes('photos'))].sort()).toEqual(before);
  });

  it('leaves each photo of an archive one line in JSON, and copies each to one place', async () => {
    const names = await makePhotos(join(folder, 'photos'), FILES_OF_ARCHIVE);
    const pack = tar.pack();
    const written = pipeline(pack, createWriteStream(join(folder, 'photos.tar')));
    for (const name of names) pack.entry({ name }, await readFile(join(folder, 'photos', name)));
    pack.finalize();
    await written;
    const argv = ['classify', 'photos.tar', '--json', '--out', 'out.json', '--copy-to', 'sorted'];
    expect(await killUntilDone(argv, 'out.json', MOST_LINES.archive)).toBeGreaterThan(0);
    const lines = (await readFile(join(folder, 'out.json'), 'utf8')).trimEnd().split('\n');
    const answers = lines.map((line) => JSON.parse(line));
    expect(answers.map(({ file }) => file)).toEqual(names.map((name) => `photos.tar/${name}`));
    expect(await files('sorted')).toEqual(answers.flatMap(({ to }) => to ?? []).sort());
    // The eighth is no photo.
    expect(await hashes('sorted')).toHaveLength(FILES_OF_ARCHIVE - 1);
  });
});

/** @returns how many runs were killed */
async function killUntilDone(argv: string[], out: string, mostLines: number): Promise<number> {
  const random = seeded(SEED);
  for (let kills = 0; kills < MOST_RUNS; kills += 1) {
    const goal = wholeLines(join(folder, out)) + 1 + Math.floor(random() * mostLines);
    const waitMs = random() * MOST_MS;
    const child = startPilah([...argv, '--resume'], { cwd: folder });
    const ended = finished(child);
    while (child.exitCode === null && wholeLines(join(folder, out)) < goal) await sleep(5);
    await sleep(waitMs);
    child.kill('SIGKILL');
    const { status, stderr } = await ended;
    if (status === null) continue;
    // Two photos are none; their lines may be of an earlier run.
    expect([0, 1], stderr).toContain(status);
    return kills;
  }
  throw new Error('never done');
}

/** In order of the listing: same names in several folders, some with the same content, two that are no photos. */
async function makePhotos(target: string, count: number): Promise<string[]> {
  const pictures = ['glass-3.jpg', 'plastic-3.jpg', 'other-1.jpg', 'paper-1.jpg'].map((name) =>
    sharp(sample(name)).resize(96).jpeg().toBuffer(),
  );
  const names: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const name = `${Math.floor(at / 10)}/photo ${at % 10}.jpg`;
    await mkdir(join(target, name, '..'), { recursive: true });
    const picture = at % 19 === 7 ? 'no photo' : await pictures[at % 4];
    await writeFile(join(target, name), picture ?? '');
    names.push(name);
  }
  return names;
}

async function files(inside: string): Promise<string[]> {
  const entries = await readdir(join(folder, inside), { recursive: true, withFileTypes: true });
  const found = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.part'));
  return found
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, inside).length + 1))
    .sort();
}

async function hashes(inside: string): Promise<string[]> {
  const found = [];
  for (const file of await files(inside)) {
    const bytes = await readFile(join(folder, inside, file));
    found.push(createHash('sha256').update(bytes).digest('hex'));
  }
  return found.sort();
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
