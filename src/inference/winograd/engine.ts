/** VGG16 on our own WebAssembly kernels: weights in once, then pixels in, logits and features out. No DOM, no fetch. */
import type { LayerCodes } from '../weight-codec';
import type { HelperStart } from './helper';
import { FLOAT_BYTES } from './kernel-layout';
import { instantiateKernels, type Kernels } from './kernel-module';
import { loadConvolution, loadFirstLayer, loadHead } from './load-weights';
import { type MemoryPlan, planMemory } from './memory-plan';
import { featureCount, type NetworkShape } from './network-shape';
import { runSchedule } from './schedule';
import { SharedTeam, SoloTeam } from './team';
import { MAX_MEMORY_PAGES } from './wasm-assembler';

const PAGE_BYTES = 65536;
export const MAX_BATCH = 8;
const FIRST_LAYER_INPUTS = 3;

export interface EngineOptions {
  /** Compiled from `kernelModuleBytes`; for shared memory exactly when there are helpers. */
  module: WebAssembly.Module;
  /**
   * Start the other threads, one call each; they come to `runHelper` with what they are given. Until all of them have,
   * and without any, the engine runs on the calling thread alone.
   */
  helpers?: readonly ((start: HelperStart) => void)[];
}

export interface EngineOutput {
  /** One for each class, before any softmax. */
  logits: Float32Array;
  /** The last pool's output, HWC: 7 × 7 × 512 for VGG16. */
  features: Float32Array;
}

/** Which layers an engine expects: HWIO for convolutions, `[in, out]` for the head. */
export function expectedShapes(network: NetworkShape): number[][] {
  let inputs = FIRST_LAYER_INPUTS;
  const shapes: number[][] = [];
  for (const outputs of network.blocks.flatMap((block) => block.channels)) {
    shapes.push([3, 3, inputs, outputs]);
    inputs = outputs;
  }
  return [...shapes, [featureCount(network), network.outputs]];
}

export class WinogradEngine {
  readonly #network: NetworkShape;
  readonly #memory: WebAssembly.Memory;
  readonly #kernels: Kernels;
  readonly #solo = new SoloTeam();
  readonly #shared: SharedTeam | undefined;
  readonly #mostThreads: number;
  #plan: MemoryPlan;
  #photos = 1;
  #loadedLayers = 0;
  #isDisposed = false;

  private constructor(
    network: NetworkShape,
    memory: WebAssembly.Memory,
    kernels: Kernels,
    plan: MemoryPlan,
    helpers: number,
  ) {
    this.#network = network;
    this.#memory = memory;
    this.#kernels = kernels;
    this.#plan = plan;
    this.#mostThreads = helpers + 1;
    if (helpers > 0) this.#shared = new SharedTeam(memory.buffer, 0, this.#mostThreads);
  }

  /** Takes the memory for one photo at a time. Throws when memory or a thread is refused. */
  static create(
    network: NetworkShape,
    { module, helpers: starts = [] }: EngineOptions,
  ): WinogradEngine {
    const threads = starts.length + 1;
    const plan = planMemory(network, threads, 1);
    const memory = new WebAssembly.Memory({
      initial: Math.ceil(plan.totalBytes / PAGE_BYTES),
      maximum: MAX_MEMORY_PAGES,
      shared: threads > 1,
    });
    const kernels = instantiateKernels(module, memory);
    for (const [index, start] of starts.entries()) {
      start({ module, memory, network, threads, index: index + 1 });
    }
    return new WinogradEngine(network, memory, kernels, plan, starts.length);
  }

  /** Bytes of the kernels' memory: weights, activations, workspace of all threads. */
  get memoryBytes(): number {
    return this.#memory.buffer.byteLength;
  }

  /** That take part in the next run. */
  get threads(): number {
    return this.#shared?.isComplete ? this.#mostThreads : 1;
  }

  /** Whether every layer's weights have come. */
  get isLoaded(): boolean {
    return this.#loadedLayers === expectedShapes(this.#network).length;
  }

  /** Hands in the next layer's weights, in the order of `expectedShapes`. Throws a RangeError on another shape. */
  loadLayer(layer: LayerCodes): void {
    this.#expectUsable();
    const expected = expectedShapes(this.#network);
    const wanted = expected[this.#loadedLayers];
    if (wanted?.join() !== layer.shape.join()) {
      throw new RangeError(`${layer.name} has shape ${layer.shape.join(' × ')}`);
    }
    const memory = this.#memory.buffer;
    const convolution = this.#plan.convolutions[this.#loadedLayers - 1];
    if (this.#loadedLayers === 0) loadFirstLayer(memory, this.#plan, layer);
    else if (convolution) loadConvolution(memory, this.#kernels, this.#plan, convolution, layer);
    else loadHead(memory, this.#plan, layer);
    this.#loadedLayers++;
  }

  /**
   * Runs the network on 1 to 8 photos and blocks meanwhile. More than one at a time share the work on
   * weights, and the memory grows once for as many.
   *
   * @param photos normalised RGB, `side × side × 3`, HWC
   */
  run(photos: readonly Float32Array[]): EngineOutput[] {
    this.#expectUsable();
    if (!this.isLoaded) throw new Error('not all layers are loaded');
    if (photos.length < 1 || photos.length > MAX_BATCH) {
      throw new RangeError(`${photos.length} photos instead of 1 to ${MAX_BATCH}`);
    }
    this.#planFor(photos.length);
    for (const [index, pixels] of photos.entries()) this.#writePixels(index, pixels);
    const team = this.#shared?.isComplete ? this.#shared : this.#solo;
    if (team instanceof SharedTeam) team.start(photos.length);
    runSchedule(this.#kernels, this.#plan, team, photos.length);
    return photos.map((_, index) => this.#readOutput(index));
  }

  /**
   * Ends the threads; the memory goes with the last reference to the engine. May be called again, any
   * other use afterwards throws an Error.
   */
  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    this.#shared?.end();
  }

  #expectUsable(): void {
    if (this.#isDisposed) throw new Error('the engine has been disposed of');
  }

  #planFor(photos: number): void {
    if (photos === this.#photos) return;
    this.#plan = planMemory(this.#network, this.#mostThreads, photos);
    this.#photos = photos;
    const missing = this.#plan.totalBytes - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE_BYTES));
  }

  /** A fresh view: growing memory detaches old ones. */
  #floats(address: number, count: number): Float32Array {
    return new Float32Array(this.#memory.buffer, address, count);
  }

  /** Into the middle of zeros, one pixel wide; they are written too, since batches move the place. */
  #writePixels(photo: number, pixels: Float32Array): void {
    const { side } = this.#network;
    if (pixels.length !== side * side * 3) {
      throw new RangeError(`${pixels.length} values instead of ${side} × ${side} × 3`);
    }
    const { address, photoBytes, rowBytes } = this.#plan.pixels;
    const padded = this.#floats(address + photo * photoBytes, photoBytes / FLOAT_BYTES);
    padded.fill(0);
    for (let y = 0; y < side; y++) {
      const row = pixels.subarray(y * side * 3, (y + 1) * side * 3);
      padded.set(row, ((y + 1) * rowBytes) / FLOAT_BYTES + 3);
    }
  }

  #readOutput(photo: number): EngineOutput {
    const { outputs } = this.#network;
    const { features, head, headSums } = this.#plan;
    const address = features.address + photo * features.count * FLOAT_BYTES;
    const sums = new Float64Array(this.#memory.buffer, headSums, outputs);
    sums.fill(0);
    this.#kernels.dense(address, head.codes, features.count, outputs, headSums);
    const scales = this.#floats(head.scales, outputs);
    const biases = this.#floats(head.biases, outputs);
    const logits = Float32Array.from(
      sums,
      (sum, index) => sum * (scales[index] ?? 0) + (biases[index] ?? 0),
    );
    return { logits, features: this.#floats(address, features.count).slice() };
  }
}
