import { expect, test } from 'vitest';
import { reportJson } from './report-json';
import { benchReport, engineRow } from './testing';

const read = (text: string) => JSON.parse(text);

test('engines have exactly the fields that readers of the file count on', () => {
  const row = { ...engineRow(), timesMs: [1, 2, 3] };
  const { engines } = read(reportJson(benchReport({ engines: [row] })));
  expect(engines).toEqual([
    {
      engine: 'pilah-relaxed',
      threads: 1,
      firstMs: 300,
      medianMs: 200,
      minMs: 190,
      memoryMB: 35.7,
      downloadBytes: 12_700_000,
    },
  ]);
});

test('milliseconds have two digits after the point', () => {
  const engines = [engineRow({ medianMs: 201.23456 })];
  expect(read(reportJson(benchReport({ engines }))).engines[0].medianMs).toBe(201.23);
});

test('what else was found follows the engines', () => {
  const json = read(reportJson(benchReport()));
  expect(Object.keys(json)[0]).toBe('engines');
  expect(json.machine.cpu).toBe('Test CPU');
  expect(json.commandLine.photosPerSecond).toBe(8.33);
});
