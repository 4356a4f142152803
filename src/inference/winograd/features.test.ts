import { afterEach, describe, expect, it, vi } from 'vitest';
import { detectFeatures } from './features';

describe('detectFeatures', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('finds what Node has', () => {
    expect(detectFeatures()).toMatchObject({ hasSimd: true, hasThreads: true });
  });

  it('finds no threads where the page is not isolated', () => {
    vi.stubGlobal('crossOriginIsolated', false);
    expect(detectFeatures().hasThreads).toBe(false);
  });

  it('finds no threads where the page is isolated but has no SharedArrayBuffer, as in WebKitGTK', () => {
    vi.stubGlobal('crossOriginIsolated', true);
    vi.stubGlobal('SharedArrayBuffer', undefined);
    expect(detectFeatures().hasThreads).toBe(false);
  });

  it('finds no SIMD where the validator does not know it', () => {
    vi.stubGlobal('WebAssembly', { validate: () => false });
    expect(detectFeatures()).toMatchObject({ hasSimd: false, hasRelaxedSimd: false });
  });

  it('finds nothing where there is no WebAssembly', () => {
    vi.stubGlobal('WebAssembly', undefined);
    expect(detectFeatures()).toMatchObject({ hasSimd: false, hasRelaxedSimd: false });
  });
});
