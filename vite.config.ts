/** How the page is built: one static folder that works under any path, in any browser of the last years. */
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

export default defineConfig({
  base: './',
  plugins: [react(), tailwindcss(), preloadFramework()],
  worker: { format: 'es' },
  build: { target: 'es2022' },
  // As scripts/serve.mjs does: threads may share memory only where the page is isolated.
  server: {
    headers: {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    },
  },
});

/** Has the browser fetch the page's framework beside main.ts, which asks for it a round trip later. */
function preloadFramework(): Plugin {
  return {
    name: 'pilah-preload-framework',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const mount = chunks.find((chunk) => chunk.facadeModuleId?.endsWith('/src/app/mount.tsx'));
        const entry = chunks.find((chunk) => chunk.isEntry);
        const known = new Set(entry ? [entry.fileName, ...entry.imports] : []);
        return [mount?.fileName ?? [], mount?.imports ?? []]
          .flat()
          .filter((file) => !known.has(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
            injectTo: 'head' as const,
          }));
      },
    },
  };
}
