/** The other libraries. Their files stand where bench/command/bench-site.ts serves them. */
import { type Device, type EngineSpec, manifestUrl } from '../page/engine-catalogue';

const startOnnxruntime = () =>
  new Worker(new URL('./onnxruntime-worker.ts', import.meta.url), { type: 'module' });
const startLitert = () =>
  new Worker(new URL('./litert-worker.ts', import.meta.url), { type: 'module' });

export function peerEngines({ isIsolated }: Device): EngineSpec[] {
  const threadCounts = isIsolated ? [1, 2] : [1];
  return [
    ...threadCounts.map((threads) =>
      peer('onnxruntime-wasm', threads, startOnnxruntime, 'onnxruntime', 'vgg16.onnx'),
    ),
    ...threadCounts.map((threads) =>
      peer('litert-wasm', threads, startLitert, 'litert', 'vgg16.tflite'),
    ),
  ];
}

function peer(
  engine: string,
  threads: number,
  createWorker: () => Worker,
  library: string,
  model: string,
): EngineSpec {
  return {
    engine,
    threads,
    createWorker,
    options: (site) => ({
      manifestUrl: manifestUrl(site),
      modelUrl: new URL(`bench/models/${model}`, site.root).href,
      libraryUrl: new URL(`bench/libraries/${library}/`, site.root).href,
      threads,
    }),
  };
}
