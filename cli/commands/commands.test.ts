/** The commands as people run them: processes of their own, the shipped model, real photos. */
import { spawn } from 'node:child_process';
import { copyFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readManifest } from '../load-model';
import { defaultModelDir } from '../own-files';
import { finished, PILAH, pilah, sample, startPilah, wholeLines } from '../testing';

const TIMEOUT_MS = 180_000;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilah-'));
  await mkdir(join(folder, 'in'));
  for (const name of ['battery-1', 'glass-3', 'other-1', 'paper-1']) {
    await copyFile(sample(`${name}.jpg`), join(folder, 'in', `${name}.jpg`));
  }
});
afterAll(() => rm(folder, { recursive: true }));

const run = (...argv: string[]) => pilah(argv, { cwd: folder });

describe('pilah classify', { timeout: TIMEOUT_MS }, () => {
  it('writes CSV with the most probable kinds, stricter where that is asked for', async () => {
    const argv = ['--csv', '--top-k', '2', '--min-probability', '0.9985'];
    const { status, stdout } = await run('classify', 'in', ...argv);
    expect(status).toBe(0);
    const [header, ...rows] = stdout.trimEnd().split('\r\n');
    expect(header).toBe(
      'file,class,probability,verdict,error,class_1,probability_1,class_2,probability_2',
    );
    const cells = rows.map((row) => row.split(','));
    expect(cells.map(([file]) => file)).toEqual([
      'in/battery-1.jpg',
      'in/glass-3.jpg',
      'in/other-1.jpg',
      'in/paper-1.jpg',
    ]);
    for (const [, kind, probability, verdict, , first, , second, next] of cells) {
      expect([kind, first]).toEqual([first, kind]);
      expect(second).not.toBe(first);
      expect(Number(next)).toBeLessThanOrEqual(Number(probability));
      if (verdict === 'sure') expect(Number(probability)).toBeGreaterThanOrEqual(0.9985);
    }
    // Sure without the option, by 0.9984.
    expect(cells[0]?.slice(1, 4)).toEqual(['battery', '0.9984', 'unsure']);
    expect(cells[2]?.[3]).toBe('not-waste');
  });

  it('takes a list on standard input', async () => {
    const input = 'in/glass-3.jpg\0in/none.jpg\0';
    const argv = ['classify', '-0', '-', '--json', '--top-k', '1'];
    const { status, stdout } = await pilah(argv, { cwd: folder, input });
    expect(status).toBe(1);
    const [glass, none] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(glass).toMatchObject({ file: 'in/glass-3.jpg', class: 'glass' });
    expect(glass.top).toEqual([{ class: 'glass', probability: glass.probability }]);
    expect(none.error.code).toBe('file-unreadable');
  });

  it('copies into folders by verdict, and says where to', async () => {
    const { stdout } = await run('classify', 'in', '--json', '--copy-to', 'sorted');
    const places = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).to);
    expect(places.slice(0, 3)).toEqual([
      'battery/battery-1.jpg',
      'glass/glass-3.jpg',
      'not-waste/other-1.jpg',
    ]);
    for (const place of places) {
      const name = place.split('/')[1];
      expect(await readFile(join(folder, 'sorted', place))).toEqual(
        await readFile(join(folder, 'in', name)),
      );
    }
  });

  it('goes on where it was killed before a source was removed, or before a line was written', async () => {
    await cp(join(folder, 'in'), join(folder, 'moving'), { recursive: true });
    const argv = ['moving', '--csv', '--out', 'moved.csv', '--move-to', 'moved', '--resume'];
    await run('classify', ...argv);
    const out = join(folder, 'moved.csv');
    const whole = await readFile(out, 'utf8');
    const listing = async () => (await readdir(join(folder, 'moved'), { recursive: true })).sort();
    const moved = await listing();
    expect(await readdir(join(folder, 'moving'))).toEqual([]);
    const putBack = (name: string) =>
      copyFile(join(folder, 'in', name), join(folder, 'moving', name));
    await putBack('battery-1.jpg');
    await putBack('paper-1.jpg');
    await writeFile(out, whole.slice(0, whole.lastIndexOf('moving/') + 5));
    await run('classify', ...argv);
    expect(await readFile(out, 'utf8')).toBe(whole);
    expect(await readdir(join(folder, 'moving'))).toEqual([]);
    expect(await listing()).toEqual(moved);
    // Another photo of that name has its line already: it stays for a person to see.
    await copyFile(sample('metal-1.jpg'), join(folder, 'moving/battery-1.jpg'));
    await run('classify', ...argv);
    expect(await readdir(join(folder, 'moving'))).toEqual(['battery-1.jpg']);
  });

  it('does not move from archives, nor write over a file', async () => {
    const tape = Buffer.alloc(1024);
    tape.write('ustar', 257);
    await writeFile(join(folder, 'a.tar'), tape);
    const moved = await run('classify', 'a.tar', '--move-to', 'moved');
    expect([moved.status, moved.stderr]).toEqual([2, expect.stringContaining('not moved')]);
    const over = await run('classify', 'in', '--csv', '--out', 'a.tar');
    expect([over.status, over.stderr]).toEqual([2, expect.stringContaining('not overwritten')]);
    expect(await readFile(join(folder, 'a.tar'))).toEqual(tape);
  });

  it.skipIf(process.platform === 'win32')(
    'ends cleanly on Ctrl+C, and says how to go on',
    async () => {
      const list = Array.from({ length: 200 }, () => 'in/glass-3.jpg').join('\n');
      const child = startPilah(['classify', '-', '--csv', '--out', 'stop.csv'], {
        cwd: folder,
        input: list,
      });
      const ended = finished(child);
      while (child.exitCode === null && wholeLines(join(folder, 'stop.csv')) < 3) await sleep(20);
      child.kill('SIGINT');
      const { status, stderr, stdout } = await ended;
      expect([status, stdout]).toEqual([130, '']);
      expect(stderr).toMatch(
        /^Stopped after \d+ photos\. The same command with --resume goes on\.\n$/,
      );
      expect((await readFile(join(folder, 'stop.csv'), 'utf8')).endsWith('\r\n')).toBe(true);
    },
  );

  it('ends on Ctrl+C though a list has no end', async () => {
    const child = spawn(process.execPath, [PILAH, 'classify', '-'], { cwd: folder });
    const ended = finished(child);
    child.stdin.write('in/glass-3.jpg\n');
    await sleep(3000);
    child.kill('SIGTERM');
    expect((await ended).status).toBe(143);
  });

  it.skipIf(process.platform === 'win32')(
    'shows progress on a terminal only, and takes it away',
    async () => {
      // A terminal of Python's for standard error alone: what is written there comes back on standard output.
      const script = `import os, pty, sys
parent, child = pty.openpty()
pid = os.fork()
if pid == 0:
    os.dup2(child, 2)
    os.close(1)
    os.open(os.devnull, os.O_WRONLY)
    os.execv(sys.argv[1], sys.argv[1:])
os.close(child)
try:
    while data := os.read(parent, 1024):
        os.write(1, data)
except OSError:
    pass
`;
      const argv = ['-c', script, process.execPath, PILAH, 'classify', 'in', 'in', '--jobs', '1'];
      const { stdout } = await finished(spawn('python3', argv, { cwd: folder }));
      const drawn = stdout.split('\r\u001b[K');
      expect(drawn[1]).toMatch(/^\d of 8 · \d+\.\d a second · .* left · in\//);
      expect(drawn.at(-1)).toBe('');
    },
  );
});

describe('pilah evaluate', { timeout: TIMEOUT_MS }, () => {
  const rows = [
    'file,kind,part',
    'battery-1.jpg,battery,test',
    'glass-3.jpg,metal,test',
    'other-1.jpg,other,test',
    'paper-1.jpg,paper,train',
    'glass-3.jpg,ceramics,test',
    'gone.jpg,glass,test',
  ];

  it('compares answers with labels, counts what it leaves out, and writes where it is told', async () => {
    await writeFile(join(folder, 'labels.csv'), rows.join('\n'));
    const columns = ['--label-column', 'kind', '--split-column', 'part', '--split', 'test'];
    const argv = ['evaluate', '--labels', 'labels.csv', '--root', 'in', ...columns];
    const { status, stderr } = await run(...argv, '--json', '--out', 'figures.json');
    expect([status, stderr]).toEqual([1, 'in/gone.jpg: file-unreadable\n']);
    const figures = JSON.parse(await readFile(join(folder, 'figures.json'), 'utf8'));
    expect(figures).toMatchObject({
      n: 2,
      macroRecall: 0.5,
      notWaste: { n: 1, entropyAuroc: 1 },
      verdicts: { otherRejected: 1 },
      failed: { 'file-unreadable': 1 },
      unknownLabels: { ceramics: 1 },
    });
    const again = await run(...argv, '--out', 'figures.json');
    expect([again.status, again.stderr]).toEqual([2, expect.stringContaining('not overwritten')]);
  });

  it('prints tables, with the figures of the model beside them', async () => {
    await writeFile(join(folder, 'in/index.csv'), 'class,file\r\nbattery,battery-1.jpg\r\n');
    const { status, stdout } = await run('evaluate', '--labels', 'in/index.csv');
    expect(status).toBe(0);
    const { evaluation } = await readManifest(defaultModelDir());
    const own = evaluation?.shipped.macroRecall.toFixed(3) ?? '';
    expect(stdout).toMatch(new RegExp(`macro-averaged recall +1\\.000 +${own}`));
    expect(stdout).toMatch(/n = 1 photos of waste/);
    expect(stdout).toMatch(/^battery +1 +0 +0 +0 +0 +0 +0 +0 +0$/m);
  });

  it.each([
    ['no-labels.csv', [], 'cannot be read'],
    ['in/battery-1.jpg', [], 'no column'],
    ['in/index.csv', ['--label-column', 'kind'], "no column 'kind'"],
  ])('refuses %s %j: %s', async (labels, argv, reason) => {
    const { status, stderr } = await run('evaluate', '--labels', labels, ...argv);
    expect([status, stderr]).toEqual([2, expect.stringContaining(reason)]);
  });
});

describe('pilah info', { timeout: TIMEOUT_MS }, () => {
  it('tells what the manifest says', async () => {
    const manifest = await readManifest(defaultModelDir());
    const { macroRecall, n } = manifest.evaluation?.shipped ?? {};
    const facts = JSON.parse((await run('info', '--json')).stdout);
    expect(facts).toMatchObject({
      model: manifest.version,
      classes: manifest.classes,
      figures: { macroRecall, n },
    });
    const { status, stdout } = await run('info');
    expect(status).toBe(0);
    expect(stdout).toContain(`${macroRecall} (n = ${n?.toLocaleString('en')}`);
    for (const line of stdout.trimEnd().split('\n')) expect(line).toMatch(/^\S.{19,} {1,2}\S/);
  });

  it('exits 1 with a sentence where there is no model', async () => {
    const { status, stderr } = await run('info', '--model', 'in');
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^A file of the model is missing\..*manifest\.json/),
    ]);
  });
});

describe('pilah doctor', { timeout: TIMEOUT_MS }, () => {
  it('finds all well here', async () => {
    const { status, stdout } = await run('doctor', '--json');
    const findings = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(findings.filter(({ isOk }) => !isOk)).toEqual([]);
    expect(status).toBe(0);
    expect(findings.map(({ part }) => part)).toEqual(
      expect.arrayContaining([
        'node',
        'webassembly',
        'decoder',
        'shard-00.bin',
        'golden input',
        'photo',
        'threads',
      ]),
    );
  });

  it('finds the damaged file of a model, the wrong golden logits, and goes on', async () => {
    const model = join(folder, 'model');
    await cp(defaultModelDir(), model, { recursive: true });
    const shard = await readFile(join(model, 'shard-03.bin'));
    shard.writeUInt8(shard.readUInt8(1000) ^ 1, 1000);
    await writeFile(join(model, 'shard-03.bin'), shard);
    const { status, stdout } = await run('doctor', '--model', model);
    expect(status).toBe(1);
    const faults = stdout.split('\n').filter((line) => line.startsWith('fault'));
    expect(faults).toEqual([
      expect.stringMatching(/^fault {2}shard-03\.bin +sha256 \w{64} instead of/),
      expect.stringMatching(/^fault {2}golden input +model-corrupt: shard-03\.bin/),
    ]);
    await rm(join(model, 'manifest.json'));
    expect((await run('doctor', '--model', model)).stdout).toMatch(
      /fault {2}manifest +model-unreachable/,
    );
    expect(await readdir(model)).toContain('shard-03.bin');
  });
});
