/** LiteRT.js (XNNPACK on WebAssembly) in a worker of the bench. */
import { loadAndCompile, loadLiteRt, Tensor } from '@litertjs/core';
import type { LoadOptions } from '../engines/protocol';
import { type RunNetwork, serveEngine } from '../engines/serve-engine';

declare const self: DedicatedWorkerGlobalScope & { Module?: EmscriptenSettings };

/** What Emscripten's start-up code takes from a global, since LiteRT hands it nothing. */
interface EmscriptenSettings {
  locateFile(file: string): string;
  /** The script of further threads. */
  mainScriptUrlOrBlob: string;
}

const THREADED_SCRIPT = 'litert_wasm_threaded_internal.js';
const INPUT_SHAPE = [1, 224, 224, 3];

serveEngine(load);

async function load({ modelUrl = '', libraryUrl = '', threads }: LoadOptions): Promise<RunNetwork> {
  // LiteRT loads a classic script, which a module worker refuses though it has the function.
  self.importScripts = (...urls) => {
    for (const url of urls) runClassicScript(String(url));
  };
  self.Module = {
    locateFile: (file) => libraryUrl + file,
    mainScriptUrlOrBlob: libraryUrl + THREADED_SCRIPT,
  };
  await loadLiteRt(libraryUrl, { threads: threads > 1 });
  const model = await loadAndCompile(modelUrl, {
    accelerator: 'wasm',
    cpuOptions: { numThreads: threads },
  });
  return async (pixels) => {
    const input = new Tensor(pixels, INPUT_SHAPE);
    const outputs = await model.run([input]);
    const [output] = outputs;
    if (!output) throw new Error('no output');
    const logits = Float32Array.from(output.toTypedArray());
    input.delete();
    for (const tensor of outputs) tensor.delete();
    return logits;
  };
}

function runClassicScript(url: string): void {
  const request = new XMLHttpRequest();
  request.open('GET', url, false);
  request.send();
  if (request.status !== 200) throw new Error(`${url} answers ${request.status}`);
  // Indirect, so that its `var`s become global as in a classic script.
  // biome-ignore lint/security/noGlobalEval: the library's own script, from our own origin
  // biome-ignore lint/complexity/noCommaOperator: a direct eval would keep its variables to itself
  (0, eval)(request.responseText);
}
