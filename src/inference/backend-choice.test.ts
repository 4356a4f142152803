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
  it('takes a real GPU first and WebAssembly when its numbers are wrong', () => {
    expect(backendCandidates('auto', REAL_GPU)).toEqual([
      { name: 'webgl', reason: 'gpu' },
      { name: 'wasm', reason: 'wrong-numbers' },
    ]);
  });

  it('never takes a software renderer unless it is asked for', () => {
    expect(backendCandidates('auto', SWIFTSHADER)).toEqual([
      { name: 'wasm', reason: 'software-renderer' },
    ]);
    expect(backendCandidates('webgl', SWIFTSHADER)[0]).toEqual({
      name: 'webgl',
      reason: 'requested',
    });
  });

  it('takes WebAssembly where there is no WebGL, even when WebGL is asked for', () => {
    expect(backendCandidates('auto', undefined)).toEqual([{ name: 'wasm', reason: 'no-webgl' }]);
    expect(backendCandidates('webgl', undefined)).toEqual([{ name: 'wasm', reason: 'no-webgl' }]);
  });

  it('takes WebAssembly alone when it is asked for', () => {
    expect(backendCandidates('wasm', REAL_GPU)).toEqual([{ name: 'wasm', reason: 'requested' }]);
  });
});
