/** The kernels as one WebAssembly module, in four variants from one source, and their types for TypeScript. */
import { addDense } from './dense-kernel';
import { addFirstLayer, addProduct, addZero } from './product-kernel';
import { addInputTransform, addOutputTransform } from './transform-kernels';
import { F4, F6 } from './transforms';
import { ModuleBuilder } from './wasm-assembler';
import { addPack, addWeightTransform } from './weight-kernels';

export interface KernelVariant {
  /** Fused multiply-add (relaxed SIMD) instead of multiply, then add. */
  isRelaxed: boolean;
  /** For a memory that several threads share. */
  isShared: boolean;
}

type Kernel = (...integers: number[]) => void;

/** What each one takes is said where it is made; addresses and strides are in bytes. */
export interface Kernels {
  product: Kernel;
  firstLayer: Kernel;
  zero: Kernel;
  dense: Kernel;
  pack: Kernel;
  weights4: Kernel;
  weights6: Kernel;
  input4: Kernel;
  input6: Kernel;
  output4: Kernel;
  output6: Kernel;
  output4Pooled: Kernel;
  output6Pooled: Kernel;
}

/** The bytes of a WebAssembly module; made in milliseconds, so no file of them is kept. */
export function kernelModuleBytes({ isRelaxed, isShared }: KernelVariant): Uint8Array<ArrayBuffer> {
  const module = new ModuleBuilder();
  addProduct(module, isRelaxed);
  addFirstLayer(module, isRelaxed);
  addZero(module);
  addDense(module);
  addPack(module);
  for (const transform of [F4, F6]) {
    addWeightTransform(module, transform, isRelaxed);
    addInputTransform(module, transform, isRelaxed);
    addOutputTransform(module, transform, isRelaxed, false);
    addOutputTransform(module, transform, isRelaxed, true);
  }
  return module.bytes(isShared);
}

export function instantiateKernels(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
): Kernels {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  // The module is our own: kernelModuleBytes gives it these exports.
  return exports as unknown as Kernels;
}
