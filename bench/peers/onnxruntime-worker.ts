/** onnxruntime-web on WebAssembly in a worker of the bench. */
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import type { LoadOptions } from '../engines/protocol';
import { type RunNetwork, serveEngine } from '../engines/serve-engine';
import { fetchFile } from '../engines/shipped-model';

const INPUT_SHAPE = [1, 224, 224, 3];

serveEngine(load);

async function load({ modelUrl = '', libraryUrl = '', threads }: LoadOptions): Promise<RunNetwork> {
  env.wasm.numThreads = threads;
  env.wasm.wasmPaths = libraryUrl;
  const model = new Uint8Array(await (await fetchFile(modelUrl)).arrayBuffer());
  const session = await InferenceSession.create(model, { executionProviders: ['wasm'] });
  return async (pixels) => {
    const { logits } = await session.run({ pixels: new Tensor('float32', pixels, INPUT_SHAPE) });
    if (!(logits?.data instanceof Float32Array)) throw new Error('no logits');
    return logits.data;
  };
}
