/** What this browser or Node can do for the engine. */
import { f32, f32x4, i32, ModuleBuilder, v128 } from './wasm-assembler';

export interface EngineFeatures {
  /** 128-bit vectors: without them the engine cannot run. */
  hasSimd: boolean;
  /** Fused multiply-add. */
  hasRelaxedSimd: boolean;
  /** Memory that threads can share. */
  hasThreads: boolean;
}

export function detectFeatures(): EngineFeatures {
  return {
    hasSimd: accepts(false),
    hasRelaxedSimd: accepts(true),
    hasThreads: canShareMemory(),
  };
}

/** Asks the validator, which knows instructions that it has without running any. */
function accepts(isRelaxed: boolean): boolean {
  const module = new ModuleBuilder();
  const one = f32x4.splat(f32.const(1));
  const value = isRelaxed ? f32x4.relaxedMadd(one, one, one) : f32x4.add(one, one);
  module.function(0, (fn) => fn.body(v128.store(i32.const(0), value)));
  return typeof WebAssembly === 'object' && WebAssembly.validate(module.bytes(false));
}

/**
 * WebKitGTK says `crossOriginIsolated` and has no SharedArrayBuffer; other browsers have one that
 * cannot be posted unless the page is isolated. Node has no such notion and shares freely.
 */
function canShareMemory(): boolean {
  const isIsolated = (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated ?? true; // absent in Node
  return isIsolated && typeof SharedArrayBuffer === 'function' && typeof Atomics === 'object';
}
