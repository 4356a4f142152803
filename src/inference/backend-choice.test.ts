import { describe, expect, it } from 'vitest';
import { backendCandidates, isSoftwareRenderer } from './backend-choice';

const REAL_GPU = 'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0, D3D11)';
const SWIFTSHADER =
  'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)';

describe('isSoftwareRenderer', () => {
  it.each([
    SWIFTSHADER,
    'llvmpipe (LLVM 15.0.7, 256 bits)',
    'Microsoft Basic Render Driver',
    'softpipe',
  ])('sees through %s', (renderer) => expect(isSoftwareRenderer(renderer)).toBe(true));

  it.each([REAL_GPU, 'Apple GPU', 'Adreno (TM) 640', 'Mali-G78'])('takes %s for real', (renderer) =>
    expect(isSoftwareRenderer(renderer)).toBe(false),
  );
});

describe('backendCandidates', () => {
  const withSimd = (renderer: string | undefined) => ({ renderer, hasSimd: true });
  const fallback = { name: 'tfjs-wasm', reason: 'engine-failed' };

  it('takes a real GPU first and WebAssembly when its numbers are wrong', () => {
    expect(backendCandidates('auto', withSimd(REAL_GPU))).toEqual([
      { name: 'webgl', reason: 'gpu' },
      { name: 'wasm', reason: 'wrong-numbers' },
      fallback,
    ]);
  });

  it('never takes a software renderer unless it is asked for', () => {
    expect(backendCandidates('auto', withSimd(SWIFTSHADER))).toEqual([
      { name: 'wasm', reason: 'software-renderer' },
      fallback,
    ]);
    expect(backendCandidates('webgl', withSimd(SWIFTSHADER))[0]).toEqual({
      name: 'webgl',
      reason: 'requested',
    });
  });

  it.each(['auto', 'webgl'] as const)('takes WebAssembly where there is no WebGL: %s', (asked) => {
    expect(backendCandidates(asked, withSimd(undefined))).toEqual([
      { name: 'wasm', reason: 'no-webgl' },
      fallback,
    ]);
  });

  it('takes WebAssembly when it is asked for, WebGL or not', () => {
    expect(backendCandidates('wasm', withSimd(REAL_GPU))).toEqual([
      { name: 'wasm', reason: 'requested' },
      fallback,
    ]);
  });

  it.each([undefined, SWIFTSHADER])(
    'without SIMD takes TensorFlow.js, with WebGL %s',
    (renderer) => {
      expect(backendCandidates('auto', { renderer, hasSimd: false })).toEqual([
        { name: 'tfjs-wasm', reason: 'no-simd' },
      ]);
    },
  );

  it('without SIMD still takes a real GPU first', () => {
    expect(backendCandidates('auto', { renderer: REAL_GPU, hasSimd: false })).toEqual([
      { name: 'webgl', reason: 'gpu' },
      { name: 'tfjs-wasm', reason: 'no-simd' },
    ]);
  });
});
