import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvLine } from '../output/csv-line';
import { readCsv } from './read-csv';
import { readLines } from './read-lines';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilah-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('readCsv', () => {
  it.each([
    [
      'plain cells',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['bare line feeds and empty cells', 'a,,\nb\n', [['a', '', ''], ['b']]],
    ['a byte order mark, also before a quote', '\ufeff"a",b\n', [['a', 'b']]],
    ['commas, quotes and line ends in quotes', '"a,""b""\r\nc",d\n', [['a,"b"\r\nc', 'd']]],
    ['a lone quoted quote and an empty quoted cell', '"""",""\n', [['"', '']]],
    ['a quote within a bare cell', '5" pipe,b\n', [['5" pipe', 'b']]],
    ['letters of several bytes', 'ünö,猫\n', [['ünö', '猫']]],
    ['empty lines, which are no records', '\n\na\n\r\n', [['a']]],
  ])('reads %s', async (_, text, expected) => {
    expect(await cellsOf(text, false)).toEqual(expected);
  });

  it('takes what has no line end only where that is asked for', async () => {
    expect(await cellsOf('a\nb', true)).toEqual([['a'], ['b']]);
    expect(await cellsOf('a\nb', false)).toEqual([['a']]);
    expect(await cellsOf('a\n"b\n', false)).toEqual([['a']]);
  });

  it('reads back what is written, and tells where each record ends', async () => {
    const rows = [
      ['=1+1', 'b'],
      ['x,"y"\n', 'ü'],
      ['', 'z'],
    ];
    const lines = rows.map(csvLine);
    const file = await fixture(lines.join(''));
    let endBytes = 0;
    const found: string[][] = [];
    for await (const record of readCsv(file, false)) {
      endBytes += Buffer.byteLength(lines[found.length] ?? '');
      expect(record.endBytes).toBe(endBytes);
      found.push(record.cells);
    }
    expect(found).toEqual([["'=1+1", 'b'], ...rows.slice(1)]);
  });
});

describe('readLines', () => {
  it('leaves half a line out and tells where the whole ones end', async () => {
    const long = 'x'.repeat(100_000);
    const lines: [string, number][] = [];
    for await (const { text, endBytes } of readLines(await fixture(`ü\u2028\n${long}\nhalf`))) {
      lines.push([text, endBytes]);
    }
    expect(lines).toEqual([
      ['ü\u2028', 6],
      [long, 100_007],
    ]);
  });
});

async function cellsOf(text: string, takesUnended: boolean): Promise<string[][]> {
  const found: string[][] = [];
  for await (const { cells } of readCsv(await fixture(text), takesUnended)) found.push(cells);
  return found;
}

async function fixture(content: string): Promise<string> {
  const path = join(folder, 'file');
  await writeFile(path, content);
  return path;
}
