/** Pilah's own engine in a worker of the bench. */
import { WASTE_CLASS_COUNT } from '../../src/domain/waste-class';
import { type Helper, WinogradEngine } from '../../src/inference/winograd/engine';
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
  const engine = await WinogradEngine.create(vgg16Shape(WASTE_CLASS_COUNT), { module, helpers });
  for await (const layer of fetchLayers(manifestUrl)) engine.loadLayer(layer);
  return async (pixels) => {
    const [output] = engine.run([pixels]);
    if (!output) throw new Error('no output');
    return output.logits;
  };
}

function startHelper(start: HelperStart): Promise<Helper> {
  const worker = new Worker(new URL('./pilah-helper.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.onmessage = () => resolve({ stop: () => worker.terminate() });
    worker.onerror = ({ message }) => reject(new Error(`a thread does not start: ${message}`));
    worker.postMessage(start);
  });
}
