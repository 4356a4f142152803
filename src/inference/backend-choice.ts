/** Which backends to try, in which order, and why. Pure: the worker finds out what there is and tries them. */
import type { BackendName, BackendReason } from '../domain/engine-status';

/** What the browser says about WebGL: the driver's name, or undefined where there is no WebGL. */
export type WebglRenderer = string | undefined;

export interface BackendCandidate {
  name: BackendName;
  reason: BackendReason;
}

/**
 * Names under which browsers draw WebGL on the CPU. Such a "GPU" takes 11 to 15 s a photo where
 * WebAssembly takes one (measured with SwiftShader).
 */
const SOFTWARE_RENDERER = /swiftshader|llvmpipe|softpipe|software|microsoft basic render/i;

export function isSoftwareRenderer(renderer: string): boolean {
  return SOFTWARE_RENDERER.test(renderer);
}

/** Candidates in order; the reason of a later one says why those before it were not taken. */
export function backendCandidates(
  preference: BackendName | 'auto',
  renderer: WebglRenderer,
): BackendCandidate[] {
  if (preference === 'wasm') return [{ name: 'wasm', reason: 'requested' }];
  if (renderer === undefined) return [{ name: 'wasm', reason: 'no-webgl' }];
  const fallback: BackendCandidate = { name: 'wasm', reason: 'wrong-numbers' };
  if (preference === 'webgl') return [{ name: 'webgl', reason: 'requested' }, fallback];
  if (isSoftwareRenderer(renderer)) return [{ name: 'wasm', reason: 'software-renderer' }];
  return [{ name: 'webgl', reason: 'gpu' }, fallback];
}
