/** VGG16 with a linear head on TensorFlow.js, for WebGL and where there is no SIMD. Not which backend computes it. */
import {
  fused,
  maxPool,
  reshape,
  type Tensor,
  type Tensor1D,
  type Tensor4D,
  tensor,
  tensor1d,
  tensor4d,
  tidy,
} from '@tensorflow/tfjs-core';
import { CodedError } from '../domain/coded-error';
import { EVIDENCE_PLACES } from '../domain/evidence';
import { WASTE_CLASS_COUNT } from '../domain/waste-class';
import { evidenceOf } from './evidence';
import type { Network, NetworkOutput } from './network';
import { dequantise, type LayerCodes } from './weight-codec';

/** Output channels of each convolution, block by block; a 2 × 2 max pool closes a block (the paper's Table I). */
const BLOCK_WIDTHS = [
  [64, 64],
  [128, 128],
  [256, 256, 256],
  [512, 512, 512],
  [512, 512, 512],
] as const;
const FEATURE_COUNT = 7 * 7 * 512;

interface Layer {
  kernel: Tensor;
  biases: Tensor1D;
}

type HeadCodes = Pick<LayerCodes, 'codes' | 'scales'>;

interface Tensors {
  blocks: readonly (readonly Layer[])[];
  head: Layer;
}

/**
 * Uploads the layers to the active backend. Throws a CodedError `model-corrupt` unless they are
 * VGG16's thirteen convolutions and the head, in order.
 */
export async function loadVgg16(layers: AsyncIterable<LayerCodes>, size: number): Promise<Network> {
  const tensors: Layer[] = [];
  let headCodes: HeadCodes | undefined;
  const shapes = expectedShapes();
  try {
    for await (const layer of layers) {
      const shape = shapes[tensors.length];
      if (shape?.join() !== layer.shape.join()) {
        throw new CodedError('model-corrupt', `${layer.name} has shape ${layer.shape.join(' × ')}`);
      }
      tensors.push({ kernel: tensor(dequantise(layer), shape), biases: tensor1d(layer.biases) });
      headCodes = layer;
    }
    if (tensors.length !== shapes.length || !headCodes) {
      throw new CodedError('model-corrupt', `${tensors.length} layers instead of ${shapes.length}`);
    }
  } catch (error) {
    disposeLayers(tensors);
    throw error;
  }
  const network = toBlocks(tensors);
  const { codes, scales } = headCodes;
  let isDisposed = false;
  return {
    async run(photos) {
      const outputs: NetworkOutput[] = [];
      for (const pixels of photos) {
        const { logits, features } = await outputOf(network, pixels, size);
        outputs.push({
          logits,
          evidence: evidenceOf(features, { codes, scales }, EVIDENCE_PLACES),
          features,
        });
      }
      return outputs;
    },
    dispose() {
      if (isDisposed) return;
      isDisposed = true;
      disposeLayers(tensors);
    },
  };
}

async function outputOf(network: Tensors, pixels: Float32Array, size: number) {
  const output = tidy(() => forward(network, tensor4d(pixels, [1, size, size, 3])));
  try {
    return {
      logits: Float32Array.from(await output.logits.data()),
      features: Float32Array.from(await output.features.data()),
    };
  } finally {
    output.logits.dispose();
    output.features.dispose();
  }
}

function forward({ blocks, head }: Tensors, input: Tensor4D) {
  const features = blocks.reduce((blockInput, block) => {
    const output = block.reduce(convolve, blockInput);
    return maxPool(output, 2, 2, 'valid');
  }, input);
  const logits = fused.matMul({
    a: reshape(features, [1, FEATURE_COUNT]),
    b: head.kernel,
    bias: head.biases,
  });
  return { logits, features };
}

function convolve(x: Tensor4D, { kernel, biases }: Layer): Tensor4D {
  // loadVgg16 has checked that a convolution's kernel is 4-D.
  const filter = kernel as Tensor4D;
  return fused.conv2d({ x, filter, strides: 1, pad: 'same', bias: biases, activation: 'relu' });
}

function expectedShapes(): number[][] {
  let channels = 3;
  const shapes: number[][] = [];
  for (const width of BLOCK_WIDTHS.flat()) {
    shapes.push([3, 3, channels, width]);
    channels = width;
  }
  shapes.push([FEATURE_COUNT, WASTE_CLASS_COUNT]);
  return shapes;
}

function toBlocks(layers: readonly Layer[]): Tensors {
  let first = 0;
  const blocks = BLOCK_WIDTHS.map((widths) => {
    const block = layers.slice(first, first + widths.length);
    first += widths.length;
    return block;
  });
  const head = layers[first];
  if (!head) throw new CodedError('model-corrupt', 'no head');
  return { blocks, head };
}

function disposeLayers(layers: readonly Layer[]): void {
  for (const { kernel, biases } of layers) {
    kernel.dispose();
    biases.dispose();
  }
}
