/**
 * A plugin of the package's build: every address of a file of ours stands in what is built as
 * `new URL('./name', import.meta.url)`, the words by which Vite and webpack find files and which work without a bundler.
 * Vite would bundle or inline what is behind them.
 */

const ADDRESS = /new URL\(\s*'(\.\/[^']+)',\s*import\.meta\.url,?\s*\)/g;
const LAZY_TFJS = "import('./tfjs-network')";
const WASM_URL = /\/([^/]+\.wasm)\?url$/;

/** Nothing of the build understands this call, so that nothing changes it. */
const held = (/** @type {string} */ file) => `PILAH_ADDRESS('${file}')`;
const HELD_IMPORT = /import\(PILAH_ADDRESS\(["'`]([^"'`]+)["'`]\)/g;
const HELD = /PILAH_ADDRESS\(["'`]([^"'`]+)["'`]\)/g;
const written = (/** @type {string} */ file) => `new URL("${file}",import.meta.url)`;

/** @returns {import('vite').Plugin} */
export function packageAddresses() {
  return {
    name: 'pilah-package-addresses',
    enforce: 'pre',
    resolveId(id) {
      return WASM_URL.test(id) ? `\0${id}` : undefined;
    },
    load(id) {
      const [, file] = (id.startsWith('\0') && id.match(WASM_URL)) || [];
      return file ? `export default ${held(`./${file}`)}.href` : undefined;
    },
    transform(code, id) {
      if (id.includes('node_modules')) return undefined;
      return code
        .replace(ADDRESS, (_, file) => held(file))
        .replace(LAZY_TFJS, `import(${held('./pilah.tfjs.js')}.href)`);
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue;
          chunk.code = chunk.code
            // A bundler that followed this import would put all of TensorFlow.js into the worker.
            .replace(
              HELD_IMPORT,
              (_, file) => `import(/* webpackIgnore: true */ /* @vite-ignore */ ${written(file)}`,
            )
            .replace(HELD, (_, file) => written(file));
        }
      },
    },
  };
}
