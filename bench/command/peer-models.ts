/** Makes the model files of the other libraries from the shipped one: same weights, as float32. Never committed. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePython } from '../../scripts/python-environment.mjs';
import { ROOT } from '../../scripts/run-command.mjs';
import { MODEL_VERSION } from '../../src/domain/model-version';
import { dequantise, type LayerCodes } from '../../src/inference/weight-codec';
import { onnxModel } from './onnx-model';
import { readShippedLayers } from './shipped-layers';

/** Files that are there already are kept; the folder's name holds the version of the model. */
export async function makePeerModels(folder: string): Promise<string> {
  const models = join(folder, MODEL_VERSION);
  mkdirSync(models, { recursive: true });
  const onnx = join(models, 'vgg16.onnx');
  const tflite = join(models, 'vgg16.tflite');
  if (existsSync(onnx) && existsSync(tflite)) return models;
  const layers = await readShippedLayers();
  writeFileSync(onnx, onnxModel(layers));
  makeTflite(layers, models, tflite);
  return models;
}

/** TensorFlow's own converter; without Python LiteRT is left out, which the page then says. */
function makeTflite(layers: readonly LayerCodes[], folder: string, target: string): void {
  const python = ensurePython();
  if (!python) return;
  const weights = join(folder, 'vgg16.weights');
  writeFileSync(weights, plainWeights(layers));
  const unfinished = `${target}.part`;
  const script = join(ROOT, 'bench', 'make_tflite.py');
  const { status, stderr } = spawnSync(python, [script, weights, unfinished], { encoding: 'utf8' });
  if (status === 0) renameSync(unfinished, target);
  else console.error(`No TFLite file could be made: ${stderr}`);
}

/** As make_tflite.py reads them: a line of JSON, then kernels and biases in turn. */
function plainWeights(layers: readonly LayerCodes[]): Buffer {
  const head = layers.map(({ name, shape }) => ({ name, shape }));
  const values = layers.flatMap((layer) => [dequantise(layer), layer.biases]);
  return Buffer.concat([
    Buffer.from(`${JSON.stringify(head)}\n`),
    ...values.map(({ buffer }) => new Uint8Array(buffer)),
  ]);
}
