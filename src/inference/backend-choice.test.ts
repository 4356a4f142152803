import { describe, expect, it } from 'vitest';
import type { BackendCandidate } from '../domain/engine-status';
import { backendRounds, type Device, isSoftwareRenderer } from './backend-choice';

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

describe('backendRounds', () => {
  const nothing: Device = { renderer: undefined, webgpu: 'none', hasSimd: true };
  const withGpu: Device = { ...nothing, renderer: REAL_GPU };
  const lastResort = [{ name: 'tfjs-wasm', reason: 'engine-failed' }];
  const onEngine = (reason: string) => [[{ name: 'wasm', reason }], lastResort];
  const fastest = (...names: string[]) => names.map((name) => ({ name, reason: 'fastest' }));
  const auto = (device: Device, remembered?: BackendCandidate) =>
    backendRounds('auto', remembered, device);

  it('measures the engine against every real graphics processor', () => {
    expect(auto(withGpu)).toEqual([fastest('wasm', 'webgl'), lastResort]);
    expect(auto({ ...withGpu, webgpu: 'real' })).toEqual([
      fastest('wasm', 'webgl', 'webgpu'),
      lastResort,
    ]);
  });

  it('tries what an earlier visit measured first, and the others when that fails', () => {
    const remembered = { name: 'webgl', reason: 'fastest' } as const;
    expect(auto(withGpu, remembered)).toEqual([[remembered], fastest('wasm'), lastResort]);
  });

  it('measures anew when the remembered one is no longer there', () => {
    const remembered = { name: 'webgpu', reason: 'fastest' } as const;
    expect(auto(withGpu, remembered)).toEqual([fastest('wasm', 'webgl'), lastResort]);
  });

  it('never takes graphics drawn in software unless they are asked for', () => {
    const software: Device = { ...nothing, renderer: SWIFTSHADER, webgpu: 'software' };
    expect(auto(software)).toEqual(onEngine('software-renderer'));
    for (const name of ['webgl', 'webgpu'] as const) {
      expect(backendRounds(name, undefined, software)).toEqual([
        [{ name, reason: 'requested' }],
        ...onEngine('no-answer'),
      ]);
    }
  });

  it.each(['auto', 'webgl', 'webgpu'] as const)(
    'takes the engine where there are no graphics: %s',
    (asked) => expect(backendRounds(asked, undefined, nothing)).toEqual(onEngine('no-gpu')),
  );

  it('takes the engine when it is asked for, graphics or not', () => {
    expect(backendRounds('wasm', undefined, withGpu)).toEqual(onEngine('requested'));
  });

  it('without SIMD has only TensorFlow.js, after a real graphics processor', () => {
    expect(auto({ ...nothing, hasSimd: false })).toEqual([
      [{ name: 'tfjs-wasm', reason: 'no-simd' }],
    ]);
    expect(auto({ ...withGpu, hasSimd: false })).toEqual([fastest('webgl', 'tfjs-wasm')]);
  });
});
