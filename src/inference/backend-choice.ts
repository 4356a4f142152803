/** Which backends to try, in which order, and why. Pure: the worker finds out what there is and tries them. */
import type { BackendName, BackendReason } from '../domain/engine-status';

/** What the browser says about WebGL: the driver's name, or undefined where there is no WebGL. */
export type WebglRenderer = string | undefined;

export interface BackendCandidate {
  name: BackendName;
  reason: BackendReason;
}

/** What the device has. */
export interface Device {
  renderer: WebglRenderer;
  /** WebAssembly's 128-bit vectors, which our own engine needs. */
  hasSimd: boolean;
}

/**
 * Names under which browsers draw WebGL on the CPU. Such a "GPU" takes 11 to 15 s a photo where
 * WebAssembly takes less than one (measured with SwiftShader).
 */
const SOFTWARE_RENDERER = /swiftshader|llvmpipe|softpipe|software|microsoft basic render/i;

export function isSoftwareRenderer(renderer: string): boolean {
  return SOFTWARE_RENDERER.test(renderer);
}

/** Candidates in order; the reason of a later one says why those before it were not taken. */
export function backendCandidates(
  preference: 'webgl' | 'wasm' | 'auto',
  { renderer, hasSimd }: Device,
): BackendCandidate[] {
  const onProcessor = (reason: BackendReason): BackendCandidate[] =>
    hasSimd
      ? [
          { name: 'wasm', reason },
          { name: 'tfjs-wasm', reason: 'engine-failed' },
        ]
      : [{ name: 'tfjs-wasm', reason: 'no-simd' }];
  if (preference === 'wasm') return onProcessor('requested');
  if (renderer === undefined) return onProcessor('no-webgl');
  const rest = onProcessor('wrong-numbers');
  if (preference === 'webgl') return [{ name: 'webgl', reason: 'requested' }, ...rest];
  if (isSoftwareRenderer(renderer)) return onProcessor('software-renderer');
  return [{ name: 'webgl', reason: 'gpu' }, ...rest];
}
