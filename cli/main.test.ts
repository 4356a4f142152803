/** Runs the command line as people do: a process of its own, real files, the shipped model. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WASTE_CLASS_IDS } from '../src/domain/waste-class';
import { type Finished, finished, pilah, ROOT, startPilah } from './testing';

/** Loading the network and one photo take seconds on a slow machine. */
const WITH_MODEL_MS = 120_000;
const WITHOUT_MODEL_MS = 60_000;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilah-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the command line, without the model', { timeout: WITHOUT_MODEL_MS }, () => {
  it('gives help on standard output', async () => {
    const { status, stdout, stderr } = await classify('--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^NAME\n.*--json/s);
  });

  it.each([[[]], [['--bogus', 'a.jpg']], [['--jobs', 'x', 'a.jpg']]])(
    'exits 2 with the usage on standard error for %j',
    async (argv) => {
      const { status, stdout, stderr } = await classify(...argv);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain('Usage: ');
    },
  );

  it('gives a line for each bad file, in order, and exits 1', async () => {
    const page = await fixture('page.png', '<p>no photo</p>');
    const jpeg = await noisyJpeg();
    const cut = await fixture('cut.jpg', jpeg.subarray(0, jpeg.length / 2));
    const missing = join(folder, 'missing.jpg');
    const { status, stdout, stderr } = await classify('--json', page, missing, cut, page);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(jsonLines(stdout).map(({ file, error }) => [file, error.code])).toEqual([
      [page, 'not-jpeg-or-png'],
      [missing, 'file-unreadable'],
      [cut, 'photo-damaged'],
      [page, 'not-jpeg-or-png'],
    ]);
  });

  it('takes what follows -- for files', async () => {
    const { status, stdout } = await classify('--', '--json');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^--json\terror\tfile-unreadable\t/);
  });

  it('says once on standard error that the model is missing, and fails each file', async () => {
    const photo = await fixture('photo.jpg', await noisyJpeg());
    const { status, stdout, stderr } = await classify('--json', '--model', folder, photo, photo);
    expect(status).toBe(1);
    const codes = jsonLines(stdout).map(({ error }) => error.code);
    expect(codes).toEqual(['model-unreachable', 'model-unreachable']);
    expect(stderr.match(/model-unreachable: .*manifest\.json/g)).toHaveLength(1);
  });

  it('keeps what `npm run -s classify --` does: options and files, no word before them', async () => {
    const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
    expect(scripts.classify).toMatch(/ cli\/main\.ts classify$/);
  });

  it('refuses a word that is no command', async () => {
    const { status, stderr } = await pilah(['a.jpg'], { cwd: folder });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^'a\.jpg' is no command/);
  });

  it('ends quietly when its reader does', async () => {
    const files = Array.from({ length: 4000 }, (_, i) => join(folder, `missing-${i}.jpg`));
    const child = startPilah(['classify', '--json', ...files], { cwd: folder });
    const ended = finished(child);
    child.stdout?.once('data', () => child.stdout?.destroy());
    const { status, stderr } = await ended;
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  });
});

describe('the command line, with the shipped model', { timeout: WITH_MODEL_MS }, () => {
  it('classifies real photos among bad files, in order', async () => {
    const battery = join(ROOT, 'public/samples/battery-1.jpg');
    const clothes = join(ROOT, 'public/samples/clothes-1.jpg');
    const missing = join(folder, 'missing.jpg');
    const { status, stdout } = await classify('--json', '--jobs', '2', battery, missing, clothes);
    expect(status).toBe(1);
    const [first, second, third] = jsonLines(stdout);
    expect(first).toMatchObject({ file: battery, class: 'battery', verdict: expect.any(String) });
    expect(second).toMatchObject({ file: missing, error: { code: 'file-unreadable' } });
    expect(third).toMatchObject({ file: clothes, class: 'clothes', ms: expect.any(Number) });
    expect(Object.keys(first.probabilities)).toEqual([...WASTE_CLASS_IDS]);
    const total = Object.values<number>(first.probabilities).reduce((sum, p) => sum + p, 0);
    expect(total).toBeCloseTo(1, 5);
    expect(first.probability).toBe(first.probabilities.battery);
  });

  it('exits 0 with a line of text for a good photo, nothing on standard error', async () => {
    const photo = join(ROOT, 'public/samples/battery-1.jpg');
    const { status, stdout, stderr } = await classify(photo);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/battery-1\.jpg\tbattery\t\d+ %\t(sure|unsure|not-waste)\n$/);
  });

  it('gives each of many photos the answer that it gets alone, in order', async () => {
    const names = ['battery-1', 'clothes-1', 'glass-3', 'metal-1', 'paper-1', 'plastic-1'];
    const photos = names.map((name) => join(ROOT, `public/samples/${name}.jpg`));
    const broken = await fixture('broken.jpg', 'no photo');
    const files = [...photos.slice(0, 2), broken, ...photos.slice(2)];
    const { stdout } = await classify('--json', '--jobs', '1', ...files);
    const lines = jsonLines(stdout);
    expect(lines.map(({ file }) => file)).toEqual(files);
    expect(lines[2].error.code).toBe('not-jpeg-or-png');
    for (const index of [0, 3, 6]) {
      const alone = await classify('--json', files[index] ?? '');
      expect(lines[index].probabilities).toEqual(jsonLines(alone.stdout)[0].probabilities);
    }
  });

  it('gives the same answer for a photo stored on its side', async () => {
    const upright = await sharp(join(ROOT, 'public/samples/battery-1.jpg')).png().toBuffer();
    const onItsSide = await sharp(upright)
      .rotate(270)
      .withMetadata({ orientation: 6 })
      .png()
      .toBuffer();
    const { stdout } = await classify(
      '--json',
      await fixture('upright.png', upright),
      await fixture('side.png', onItsSide),
    );
    const [first, second] = jsonLines(stdout);
    expect(second.probabilities).toEqual(first.probabilities);
  });
});

function classify(...argv: string[]): Promise<Finished> {
  return pilah(['classify', ...argv], { cwd: folder });
}

function jsonLines(stdout: string) {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

async function fixture(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

function noisyJpeg(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  return sharp({ create: { width: 90, height: 60, channels: 3, background: '#000', noise } })
    .jpeg()
    .toBuffer();
}
