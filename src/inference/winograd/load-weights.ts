/** Puts a layer's weights where the kernels look for them, in their order. */
import type { LayerCodes } from '../weight-codec';
import { BLOCK, CODE_CHUNK_BYTES, PANEL, TAPS } from './kernel-layout';
import type { Kernels } from './kernel-module';
import type { MemoryPlan, PlannedConvolution, WeightPlace } from './memory-plan';

const FIRST_LAYER_TAPS = 3 * TAPS;

/** HWIO codes as `[panel][27 taps][8 outputs]` floats: few, and used as they are. */
export function loadFirstLayer(
  memory: ArrayBufferLike,
  { first }: MemoryPlan,
  layer: LayerCodes,
): void {
  const { codes } = layer;
  const panels = Float32Array.from(codes, (_, index) => {
    const output = index % PANEL;
    const tap = Math.floor(index / PANEL) % FIRST_LAYER_TAPS;
    const panel = Math.floor(index / (PANEL * FIRST_LAYER_TAPS));
    return codes[tap * BLOCK + panel * PANEL + output] ?? 0;
  });
  new Float32Array(memory, first.codes, panels.length).set(panels);
  writeScales(memory, first, layer);
}

/** HWIO codes as chunks of 64 × 64, so that each is read from end to end. */
export function loadConvolution(
  memory: ArrayBufferLike,
  kernels: Kernels,
  { workspace }: MemoryPlan,
  { shape, weights }: PlannedConvolution,
  layer: LayerCodes,
): void {
  const { inputs, outputs } = shape;
  new Int8Array(memory, workspace, layer.codes.length).set(layer.codes);
  let target = weights.codes;
  for (let output = 0; output < outputs; output += BLOCK) {
    for (let input = 0; input < inputs; input += BLOCK) {
      const source = workspace + input * outputs + output;
      kernels.pack(source, inputs * outputs, outputs, target);
      target += CODE_CHUNK_BYTES;
    }
  }
  writeScales(memory, weights, layer);
}

/** `[in, out]`, as it is. */
export function loadHead(memory: ArrayBufferLike, { head }: MemoryPlan, layer: LayerCodes): void {
  new Int8Array(memory, head.codes, layer.codes.length).set(layer.codes);
  writeScales(memory, head, layer);
}

function writeScales(memory: ArrayBufferLike, place: WeightPlace, layer: LayerCodes): void {
  new Float32Array(memory, place.scales, layer.scales.length).set(layer.scales);
  new Float32Array(memory, place.biases, layer.biases.length).set(layer.biases);
}
