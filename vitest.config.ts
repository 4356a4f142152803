/** How unit tests run: in Node, beside the files they test. The page's build has its own vite.config.ts. */
import { defineConfig } from 'vitest/config';
import { define } from './scripts/build-constants.mjs';

export default defineConfig({
  define,
  test: {
    include: [
      'src/**/*.test.{ts,tsx}',
      'cli/**/*.test.ts',
      'scripts/**/*.test.ts',
      'bench/{figures,page,engines,peers,command}/**/*.test.ts',
    ],
    // Some tests run the whole network in Node, about a second a photo on a slow core.
    testTimeout: 30_000,
  },
});
