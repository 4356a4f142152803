/**
 * Builds the package `pilah-cli`: the command line as plain JavaScript, and the model, laid out as in a clone.
 * `node scripts/build-cli-package.mjs FOLDER` leaves folder and tarball there.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { licenceDocument, packageOf } from './licences.mjs';
import { ROOT, succeeds } from './run-command.mjs';

const SOURCE = join(ROOT, 'packages', 'pilah-cli');
const PREFACE = [
  '# What is inside this package, and under which licence',
  '',
  'Pilah itself: MIT, in LICENSE. The weights of the network: README.md. The code of others that is bundled:',
];

/** Installed beside it: native code, and what reads archives. The rest is bundled. */
const INSTALLED = ['sharp', 'tar-stream', 'yauzl'];

/** The package's own description; its version and what it is installed with are the repository's. */
function filledDescription() {
  const [root, own] = [ROOT, SOURCE].map((folder) =>
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  const dependencies = Object.fromEntries(INSTALLED.map((name) => [name, root.dependencies[name]]));
  const { version, engines } = root;
  return { ...own, version, engines, dependencies };
}

async function fillCli(/** @type {string} */ folder) {
  /** @type {string[]} */
  const packages = [];
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [
      {
        name: 'pilah-bundled-packages',
        generateBundle(_, files) {
          const chunks = Object.values(files).filter((file) => file.type === 'chunk');
          packages.push(
            ...chunks.flatMap(({ moduleIds }) => moduleIds.flatMap((id) => packageOf(id) ?? [])),
          );
        },
      },
    ],
    ssr: { noExternal: true, external: INSTALLED },
    build: {
      ssr: true,
      outDir: join(folder, 'cli'),
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: {
        // By this name the pool starts a thread, in a clone through tsx.
        input: { main: 'cli/main.ts', 'classify-worker-boot': 'cli/classify-worker.ts' },
        output: {
          entryFileNames: '[name].mjs',
          // Beside them, so that every file finds the model by the same way as in a clone.
          chunkFileNames: '[name]-[hash].mjs',
          banner: ({ name }) => (name === 'main' ? '#!/usr/bin/env node' : ''),
        },
      },
    },
  });
  cpSync(join(ROOT, 'public', 'model'), join(folder, 'public', 'model'), {
    recursive: true,
    filter: (path) => !basename(path).endsWith('.svg'),
  });
  writeFileSync(join(folder, 'THIRD_PARTY.md'), licenceDocument(PREFACE, packages));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(filledDescription(), null, 2)}\n`);
  cpSync(join(SOURCE, 'README.md'), join(folder, 'README.md'));
  for (const file of ['LICENSE', 'CHANGELOG.md']) cpSync(join(ROOT, file), join(folder, file));
}

/** @returns whether npm packed it */
export async function packCli(/** @type {string} */ out) {
  const folder = join(out, 'pilah-cli');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await fillCli(folder);
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  return succeeds([...npm, 'pack', folder, '--pack-destination', out, '--silent']);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const isPacked = await packCli(resolve(process.argv[2] ?? join(ROOT, 'build', 'packages')));
  process.exitCode = isPacked ? 0 : 1;
}
