import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseManifest } from './manifest';
import { modelInfoOf } from './model-info';
import { MODEL_VERSION } from './model-version';
import { blocksOf, parameterCount } from './network-shape';
import { PHOTO_SIZE } from './photo-size';

const file = new URL(`../../public/model/${MODEL_VERSION}/manifest.json`, import.meta.url);
const { layers } = modelInfoOf(parseManifest(JSON.parse(readFileSync(file, 'utf8'))));

it("tells the paper's Table I of the shipped layers", () => {
  const table = [
    { convolutions: 2, side: 112, channels: 64 },
    { convolutions: 2, side: 56, channels: 128 },
    { convolutions: 3, side: 28, channels: 256 },
    { convolutions: 3, side: 14, channels: 512 },
    { convolutions: 3, side: 7, channels: 512 },
  ];
  expect(blocksOf(layers, PHOTO_SIZE)).toEqual(table);
  expect(parameterCount(layers)).toBe(14_940_489);
});

it('tells another network of its own layers', () => {
  const small = [
    { name: 'conv1_1', shape: [3, 3, 3, 4] },
    { name: 'conv2_1', shape: [3, 3, 4, 8] },
    { name: 'head', shape: [128, 9] },
  ];
  expect(blocksOf(small, 16)).toEqual([
    { convolutions: 1, side: 8, channels: 4 },
    { convolutions: 1, side: 4, channels: 8 },
  ]);
  expect(parameterCount(small)).toBe(108 + 4 + 288 + 8 + 1152 + 9);
});
