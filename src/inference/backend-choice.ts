/** Which backends to try, in which order, and why. Pure: the worker finds out what there is and tries them. */
import type {
  BackendCandidate,
  BackendName,
  BackendPreference,
  BackendReason,
} from '../domain/engine-status';

/** What the device has. */
export interface Device {
  /** The WebGL driver's name, or undefined where there is no WebGL. */
  renderer: string | undefined;
  webgpu: 'real' | 'software' | 'none';
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

/**
 * Rounds in order; the first that leaves a backend standing decides. In a round of several the
 * fastest is taken, and they stand in the order in which they are measured.
 *
 * @param remembered what an earlier measurement on this device chose
 */
export function backendRounds(
  preference: BackendPreference,
  remembered: BackendCandidate | undefined,
  device: Device,
): BackendCandidate[][] {
  const { hasSimd } = device;
  const processor: BackendName = hasSimd ? 'wasm' : 'tfjs-wasm';
  const lastResort: BackendCandidate[][] = hasSimd
    ? [[{ name: 'tfjs-wasm', reason: 'engine-failed' }]]
    : [];
  const onProcessor = (reason: BackendReason) => [
    [{ name: processor, reason: hasSimd ? reason : 'no-simd' } as const],
    ...lastResort,
  ];
  if (preference === 'wasm') return onProcessor('requested');
  const drawn = graphics(device);
  if (preference !== 'auto') {
    return drawn.all.includes(preference)
      ? [[{ name: preference, reason: 'requested' }], ...onProcessor('no-answer')]
      : onProcessor('no-gpu');
  }
  if (drawn.real.length === 0) {
    return onProcessor(drawn.all.length > 0 ? 'software-renderer' : 'no-gpu');
  }
  const names = hasSimd ? [processor, ...drawn.real] : [...drawn.real, processor];
  const rivals = names.map((name): BackendCandidate => ({ name, reason: 'fastest' }));
  const known = rivals.find(({ name }) => name === remembered?.name);
  if (!known || !remembered) return [rivals, ...lastResort];
  return [[remembered], rivals.filter((rival) => rival !== known), ...lastResort];
}

function graphics({ renderer, webgpu }: Device): Record<'real' | 'all', BackendName[]> {
  const all: BackendName[] = [];
  const real: BackendName[] = [];
  if (renderer !== undefined) {
    all.push('webgl');
    if (!isSoftwareRenderer(renderer)) real.push('webgl');
  }
  if (webgpu !== 'none') {
    all.push('webgpu');
    if (webgpu === 'real') real.push('webgpu');
  }
  return { real, all };
}

export function isOnGraphics(name: BackendName): boolean {
  return name === 'webgl' || name === 'webgpu';
}
