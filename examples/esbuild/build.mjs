/** Bundles the page's script, and lays the package's worker, model and WebAssembly beside it. */
import { cpSync } from 'node:fs';
import { build } from 'esbuild';

await build({
  entryPoints: ['src/main.js'],
  outdir: 'dist',
  bundle: true,
  minify: true,
  format: 'esm',
});
cpSync('node_modules/pilah/dist', 'dist/pilah', { recursive: true });
