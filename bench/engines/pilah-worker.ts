/** Pilah's own engine in a worker of the bench. */
import { WASTE_CLASS_COUNT } from '../../src/domain/waste-class';
import { WinogradEngine } from '../../src/inference/winograd/engine';
import { detectFeatures } from '../../src/inference/winograd/features';
import type { HelperStart } from '../../src/inference/winograd/helper';
import { kernelModuleBytes } from '../../src/inference/winograd/kernel-module';
import { vgg16Shape } from '../../src/inference/winograd/network-shape';
import type { LoadOptions } from './protocol';
import { type RunNetwork, serveEngine } from './serve-engine';
import { fetchLayers } from './shipped-model';

serveEngine(load);

async function load({ manifestUrl, threads, isRelaxed = false }: LoadOptions): Promise<RunNetwork> {
  const features = detectFeatures();
  if (!features.hasSimd) throw new Error('this browser has no SIMD');
  if (isRelaxed && !features.hasRelaxedSimd) throw new Error('this browser has no relaxed SIMD');
  const isShared = threads > 1;
  if (isShared && !features.hasThreads) throw new Error('threads cannot share memory here');
  const module = await WebAssembly.compile(kernelModuleBytes({ isRelaxed, isShared }));
  const helpers = Array.from({ length: threads - 1 }, () => startHelper);
  const engine = WinogradEngine.create(vgg16Shape(WASTE_CLASS_COUNT), { module, helpers });
  for await (const layer of fetchLayers(manifestUrl)) engine.loadLayer(layer);
  // What is timed is the whole team.
  while (engine.threads < threads) await new Promise((resolve) => setTimeout(resolve, 1));
  return async (pixels) => {
    const [output] = engine.run([pixels]);
    if (!output) throw new Error('no output');
    return output.logits;
  };
}

function startHelper(start: HelperStart): void {
  const worker = new Worker(new URL('./pilah-helper.ts', import.meta.url), { type: 'module' });
  worker.postMessage(start);
}
