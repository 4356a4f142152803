/**
 * How the bench's page is built. For the site into dist/bench/, with our engine and tfjs; with
 * `--mode peers` into bench/.build/, with the page of all libraries beside it.
 */
import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defineConfig } from 'vite';
import { contentPolicy } from '../scripts/content-policy.mjs';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(({ mode }) => {
  const hasPeers = mode === 'peers';
  return {
    root: here('.'),
    base: './',
    publicDir: false,
    // onnxruntime-web starts its threads from blobs, so the page of all libraries has no policy; it is on no site.
    plugins: hasPeers ? [] : [contentPolicy()],
    mode: 'production',
    // onnxruntime-web then leaves its WebAssembly files where `wasmPaths` says.
    resolve: { conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions] },
    worker: {
      format: 'es',
      // tfjs starts its threads from the text of a function, which must stay as it is: only white space goes.
      rolldownOptions: { output: { minify: { compress: false, mangle: false, codegen: true } } },
    },
    build: {
      target: 'es2022',
      outDir: here(hasPeers ? '.build' : '../dist/bench'),
      emptyOutDir: true,
      rolldownOptions: {
        input: [here('index.html'), ...(hasPeers ? [here('peers/index.html')] : [])],
      },
    },
  };
});
