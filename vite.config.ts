/** How the page is built: one static folder that works under any path, in any browser of the last years. */
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin, runnerImport } from 'vite';
import { EVERYWHERE } from './deploy/headers.mjs';
import { define } from './scripts/build-constants.mjs';
import { contentPolicy, hostFiles } from './scripts/content-policy.mjs';
import { webApp } from './scripts/web-app.ts';

const TFJS = /node_modules\/@tensorflow\//;

/** By these names src/service-worker/protocol.ts knows what only some devices load. */
function chunkFileNames({ moduleIds }: { moduleIds: string[] }): string {
  return moduleIds.some((id) => TFJS.test(id))
    ? 'assets/tfjs.[name]-[hash].js'
    : 'assets/[name]-[hash].js';
}

type FirstPaint = typeof import('./src/app/first-paint.ts');

export default defineConfig({
  base: './',
  define,
  plugins: [
    react(),
    tailwindcss(),
    firstScreen(),
    preloadFramework(),
    webApp(),
    hostFiles(),
    contentPolicy(),
  ],
  worker: { format: 'es', rolldownOptions: { output: { chunkFileNames } } },
  build: { target: 'es2022' },
  server: { headers: EVERYWHERE },
});

/** Writes what a visitor sees first into index.html itself: it is read while the scripts are on their way. */
function firstScreen(): Plugin {
  return {
    name: 'pilah-first-screen',
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        const script = await inlineScript('src/first-look.ts');
        const { module } = await runnerImport<FirstPaint>('/src/app/first-paint.ts', { define });
        return html
          .replace('<!-- first words -->', module.firstWordsHtml())
          .replace(
            '<script src="/src/first-look.ts"></script>',
            () => `<script>${script}</script>`,
          );
      },
    },
  };
}

async function inlineScript(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define,
    build: {
      target: 'es2022',
      write: false,
      lib: { entry, formats: ['iife'], name: 'firstLook' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error(`${entry} was not built`);
  return output.output[0].code.trim();
}

/**
 * Has the browser fetch the page's framework beside main.ts, which asks for it a round trip later, but not before
 * the first words are drawn: on a slow link they would have to share it.
 */
function preloadFramework(): Plugin {
  return {
    name: 'pilah-preload-framework',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const mount = chunks.find((chunk) => chunk.facadeModuleId?.endsWith('/src/app/mount.tsx'));
        if (!mount) return [];
        const entry = chunks.find((chunk) => chunk.isEntry);
        const known = new Set(entry ? [entry.fileName, ...entry.imports] : []);
        const files = [mount.fileName, ...mount.imports].filter((file) => !known.has(file));
        const preload = `requestAnimationFrame(()=>setTimeout(()=>{for(const f of ${JSON.stringify(files)})document.head.append(Object.assign(document.createElement('link'),{rel:'modulepreload',crossOrigin:'',href:'./'+f}))}))`;
        return [{ tag: 'script', children: preload, injectTo: 'body' as const }];
      },
    },
  };
}
