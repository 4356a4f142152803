/** Many files through the command line: what its process holds in memory does not grow with them. */
import { linkSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { finished, sample, startPilah, wholeLines } from './testing';

/** `npm run test:mass` asks for 10,000. */
const FILES = Number(process.env.PILAH_MASS_FILES ?? 120);
/** By then networks, decoders and heap have their size. */
const WARM = FILES / 10;
/** The heap breathes by some ten megabytes; a photo's pixels kept would be 150 KB each, a path 100 bytes. */
const MAX_GROWTH_BYTES = 60e6;
const POLL_MS = 100;
const FOLDERS = 10;
/** On a slow machine that has other things to do. */
const MS_PER_FILE = 2000;

const canMeasure = process.platform === 'linux';

it.skipIf(!canMeasure)(
  `${FILES} files in flat memory, sorted into folders`,
  {
    timeout: 120_000 + FILES * MS_PER_FILE,
  },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pilah-'));
    try {
      await makePhotos(folder);
      const out = join(folder, 'out.csv');
      const argv = ['classify', 'photos', '-r', '--csv', '--out', out, '--copy-to', 'sorted'];
      const child = startPilah(argv, { cwd: folder });
      const ended = finished(child);
      const startMs = performance.now();
      const growth: { lines: number; bytes: number }[] = [];
      for (let lines = 0; lines < FILES && child.exitCode === null; await sleep(POLL_MS)) {
        lines = wholeLines(out) - 1; // the header
        const bytes = child.exitCode === null ? residentBytes(child.pid) : undefined;
        if (lines > 0 && bytes) growth.push({ lines, bytes });
      }
      expect((await ended).status).toBe(0);
      const perSecond = (1000 * FILES) / (performance.now() - startMs);
      expect(new Set((await readFile(out, 'utf8')).trim().split('\r\n')).size).toBe(FILES + 1);

      const warm = growth.filter(({ lines }) => lines >= WARM);
      const [first] = warm;
      const most = Math.max(...warm.map(({ bytes }) => bytes));
      const last = warm.at(-1);
      console.log(
        `command line: ${FILES} files, ${perSecond.toFixed(1)} a second; process ${megabytes(first?.bytes)} at ` +
          `${first?.lines}, ${megabytes(last?.bytes)} at ${last?.lines}, at most ${megabytes(most)}`,
      );
      expect(most - (first?.bytes ?? 0)).toBeLessThan(MAX_GROWTH_BYTES);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
);

/** Two small pictures under many names: the network works as hard on them as on large ones. */
async function makePhotos(folder: string): Promise<void> {
  const pictures = await Promise.all(
    ['glass-3.jpg', 'plastic-3.jpg'].map(async (name, at) => {
      const path = join(folder, `${at}.jpg`);
      await writeFile(path, await sharp(sample(name)).resize(64).jpeg().toBuffer());
      return path;
    }),
  );
  for (let at = 0; at < FOLDERS; at += 1)
    await mkdir(join(folder, 'photos', `${at}`), { recursive: true });
  for (let at = 0; at < FILES; at += 1) {
    const path = join(folder, 'photos', `${at % FOLDERS}`, `photo-${at}.jpg`);
    linkSync(pictures[at % pictures.length] ?? '', path);
  }
}

function residentBytes(pid: number | undefined): number | undefined {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(status)?.[1];
  return kilobytes === undefined ? undefined : 1024 * Number(kilobytes);
}

function megabytes(bytes: number | undefined): string {
  return `${Math.round((bytes ?? 0) / 1e6)} MB`;
}
