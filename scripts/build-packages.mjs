/** Builds what is published into build/packages/, one folder and one tarball for each package: `npm run pack`. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { packCli } from './build-cli-package.mjs';
import { define } from './build-constants.mjs';
import { licenceDocument, packageOf } from './licences.mjs';
import { packageAddresses } from './package-addresses.mjs';
import { ROOT, succeeds } from './run-command.mjs';

const OUT = join(ROOT, 'build', 'packages');
const { version: VERSION } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** `fill` builds into the package's folder; what all packages have is added to it. */
const PACKAGES = [{ name: 'pilah', fill: fillPilah }];

const ENTRIES = ['pilah', 'element'];
/** Each a file that stands alone, as browsers and bundlers find it alone. */
const SCRIPTS = {
  'pilah.worker': 'src/worker/main.ts',
  'pilah.reader': 'src/worker/photo-reader.ts',
  'pilah.helper': 'src/worker/engine-helper.ts',
  'pilah.tfjs': 'src/worker/tfjs-network.ts',
};
/** With what they import later, and small: nobody bundles them again but as they are. */
const ALONE = { codeSplitting: false, minify: true };
const TFJS_WASM = ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm'];

const PREFACE = [
  '# What is inside this package, and under which licence',
  '',
  'Pilah itself: MIT, in LICENSE. The weights of the network: README.md. The code of others that is bundled:',
];

rmSync(OUT, { recursive: true, force: true });
for (const { name, fill } of PACKAGES) {
  const folder = join(OUT, name);
  mkdirSync(folder, { recursive: true });
  await fill(folder);
  stage(name, folder);
  const [npm = 'npm', ...words] = process.env.npm_execpath
    ? [process.execPath, process.env.npm_execpath]
    : [];
  const pack = [npm, ...words, 'pack', folder, '--pack-destination', OUT, '--silent'];
  if (!succeeds(pack)) process.exit(1);
}
if (!(await packCli(OUT))) process.exit(1);

/** The version is the repository's, and so are licence and changes. */
function stage(/** @type {string} */ name, /** @type {string} */ folder) {
  const source = join(ROOT, 'packages', name);
  const description = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  const full = { name, version: VERSION, ...description };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(full, null, 2)}\n`);
  cpSync(join(source, 'README.md'), join(folder, 'README.md'));
  for (const file of ['LICENSE', 'CHANGELOG.md']) cpSync(join(ROOT, file), join(folder, file));
}

async function fillPilah(/** @type {string} */ folder) {
  const dist = join(folder, 'dist');
  const entries = Object.fromEntries(ENTRIES.map((name) => [name, `src/embed/${name}.ts`]));
  const bundled = await bundle(dist, entries);
  for (const [name, file] of Object.entries(SCRIPTS)) {
    bundled.push(...(await bundle(dist, { [name]: file }, ALONE)));
  }
  for (const file of TFJS_WASM) {
    cpSync(join(ROOT, 'node_modules/@tensorflow/tfjs-backend-wasm/dist', file), join(dist, file));
  }
  cpSync(join(ROOT, 'public', 'model'), join(dist, 'model'), {
    recursive: true,
    filter: (path) => !/\.svg$|check-photos\.json$/.test(basename(path)),
  });
  bundleTypes(dist);
  writeFileSync(join(folder, 'THIRD_PARTY.md'), licenceDocument(PREFACE, bundled));
}

/**
 * @param {string} outDir
 * @param {Record<string, string>} entry
 * @param {import('vite').Rolldown.OutputOptions} [output]
 * @returns {Promise<string[]>} the npm packages of which something is inside
 */
async function bundle(outDir, entry, output) {
  /** @type {string[]} */
  const packages = [];
  await build({
    root: ROOT,
    configFile: false,
    define,
    logLevel: 'warn',
    publicDir: false,
    plugins: [
      packageAddresses(),
      {
        name: 'pilah-bundled-packages',
        generateBundle(_, files) {
          const chunks = Object.values(files).filter((file) => file.type === 'chunk');
          const modules = chunks.flatMap(({ moduleIds }) => moduleIds);
          packages.push(...modules.flatMap((id) => packageOf(id) ?? []));
        },
      },
    ],
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      // As src/embed/element/element.css has it: what older browsers get stands there, too.
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      minify: 'oxc',
      lib: { entry, formats: ['es'], fileName: (_, name) => `${name}.js` },
      rolldownOptions: {
        output: {
          ...output,
          chunkFileNames: 'pilah.[name].js',
        },
      },
    },
  });
  return packages;
}

function bundleTypes(/** @type {string} */ dist) {
  const rollup = join(ROOT, 'packages', 'node_modules', 'rollup', 'dist', 'bin', 'rollup');
  const config = join(ROOT, 'packages', 'types.config.mjs');
  const command = [process.execPath, rollup, '--config', config, '--silent'];
  if (!succeeds([...command, '--dir', dist])) process.exit(1);
}
