/** What this worker has of graphics processors, without downloading what would compute on them. */

/** The driver's own name, or undefined where there is no WebGL here. */
export function webglRenderer(): string | undefined {
  if (typeof OffscreenCanvas === 'undefined') return undefined;
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!gl) return undefined;
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return String(renderer);
}

/** Adapters that compute on the processor call themselves fallback. */
export async function detectWebgpu(): Promise<'real' | 'software' | 'none'> {
  try {
    const adapter = await navigator.gpu?.requestAdapter();
    if (!adapter) return 'none';
    return adapter.info.isFallbackAdapter || adapter.info.architecture === 'swiftshader'
      ? 'software'
      : 'real';
  } catch {
    return 'none';
  }
}
