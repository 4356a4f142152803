import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { csvLine } from './csv-line';
import { openResultFile } from './result-file';

const HEADER = csvLine(['file', 'class', 'to']);
const MADE_WITH = { model: '4', 'top-k': null, embedding: false };

let folder = '';
let out = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilah-'));
  out = join(folder, 'out');
});
afterEach(() => rm(folder, { recursive: true }));

describe.each(['csv', 'json'] as const)('an output file of %s', (format) => {
  const options = (isResumed: boolean, madeWith = MADE_WITH) => {
    const header = format === 'csv' ? HEADER : '';
    return { out, format, header, isResumed, madeWith };
  };
  const line = (file: string, to = '') =>
    format === 'csv'
      ? csvLine([file, 'glass', to])
      : `${JSON.stringify({ file, ...(to === '' ? {} : { to }) })}\n`;
  const names = ['a.jpg', '=b,"c".jpg', 'd\ne\u2028.jpg'];

  it('is resumed after its last whole line, wherever it was cut', async () => {
    const first = await openResultFile(options(false));
    for (const name of names) await first.write(line(name));
    await first.close();
    const whole = await readFile(out);
    for (let cut = 0; cut <= whole.length; cut += 1) {
      // What was begun may be longer than what is written in its place.
      await writeFile(out, Buffer.concat([whole.subarray(0, cut), Buffer.alloc(500, 'x')]));
      const resumed = await openResultFile(options(true));
      for (const name of names) if (!resumed.take(name)) await resumed.write(line(name));
      await resumed.close();
      expect(await readFile(out, 'utf8'), `cut at ${cut}`).toBe(whole.toString('utf8'));
    }
  });

  it('counts each line once: a photo that is named twice has two', async () => {
    const first = await openResultFile(options(false));
    await first.write(line('a.jpg'));
    await first.close();
    const resumed = await openResultFile(options(true));
    expect(resumed.take('a.jpg')).toBeDefined();
    expect(resumed.take('a.jpg')).toBeUndefined();
    await resumed.close();
  });

  it('tells where photos were sorted to', async () => {
    const first = await openResultFile(options(false));
    await first.write(line('a.jpg', 'glass/a.jpg'));
    await first.close();
    const resumed = await openResultFile(options(true));
    expect([...resumed.places]).toEqual(['glass/a.jpg']);
    expect(resumed.take('a.jpg')).toEqual({ to: 'glass/a.jpg' });
    await resumed.close();
  });

  it('is never overwritten', async () => {
    await writeFile(out, 'theirs');
    await expect(openResultFile(options(false))).rejects.toThrow('is not overwritten');
    await expect(openResultFile(options(true))).rejects.toThrow('out.run.json');
    expect(await readFile(out, 'utf8')).toBe('theirs');
  });

  it('is resumed only with what it was made with', async () => {
    await (await openResultFile(options(false))).close();
    const other = openResultFile(options(true, { ...MADE_WITH, model: '5' }));
    await expect(other).rejects.toThrow('was made with model 4');
  });

  it('is not resumed where it holds something else', async () => {
    await (await openResultFile(options(false))).close();
    await writeFile(out, 'no,answer\nat,all\n');
    await expect(openResultFile(options(true))).rejects.toThrow('a line that is no answer');
    expect(await readFile(out, 'utf8')).toBe('no,answer\nat,all\n');
  });

  it('is not resumed while another process writes it', async () => {
    await (await openResultFile(options(false))).close();
    const runFile = `${out}.run.json`;
    const writer = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(writer, 'spawn');
    const { writer: self, ...run } = JSON.parse(await readFile(runFile, 'utf8'));
    const startedAt = process.platform === 'linux' ? await startOf(writer.pid) : self.startedAt;
    await writeFile(runFile, JSON.stringify({ ...run, writer: { pid: writer.pid, startedAt } }));
    await expect(openResultFile(options(true))).rejects.toThrow(`by process ${writer.pid}`);
    writer.kill('SIGKILL');
    await once(writer, 'exit');
    await (await openResultFile(options(true))).close();
  });
});

async function startOf(pid: number | undefined): Promise<string> {
  return (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ')[19] ?? '';
}
