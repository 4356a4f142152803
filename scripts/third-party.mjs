/**
 * Writes THIRD_PARTY.md, the licences of all that ships; with `--check` only tells whether it is up to date. What ships is
 * what the source maps of a build name: the page's chunks, the workers', the bench's.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { licenceDocument, packageOf } from './licences.mjs';
import { packageCommand, ROOT, succeeds } from './run-command.mjs';

const FILE = join(ROOT, 'THIRD_PARTY.md');
/** What the build itself writes into the output, which no source map names. */
const OF_THE_BUILD = ['tailwindcss', 'vite', 'rolldown'];
const PREFACE = [
  '# What ships with Pilah, and under which licence',
  '',
  'Written by `npm run licences` from what a build really takes; `npm run check` compares. Pilah itself: [MIT](LICENSE). The',
  "model's weights and their sources: [docs/model-card.md](docs/model-card.md). The sample photos, one by one:",
  '[public/samples/SOURCES.md](public/samples/SOURCES.md). The command line also runs `sharp`, `tsx`, `yauzl`, `tar-stream` and `tinyglobby`, which npm installs with',
  'their own licences beside them. All packages with their hashes, as CycloneDX: `npm run -s sbom`.',
];

process.exitCode = main(process.argv.includes('--check'));

function main(/** @type {boolean} */ isCheck) {
  const folders = shippedPackages();
  if (!folders) return 1;
  const document = licenceDocument(PREFACE, folders);
  if (!isCheck) {
    writeFileSync(FILE, document);
    return 0;
  }
  if (readFileSync(FILE, 'utf8') === document) return 0;
  console.error('THIRD_PARTY.md is not what ships: `npm run licences` writes it anew.');
  return 1;
}

/** Folders of packages in the repository, or undefined where the site does not build. */
function shippedPackages() {
  const folder = mkdtempSync(join(tmpdir(), 'pilah-licences-'));
  try {
    const build = (/** @type {string} */ out, /** @type {string[]} */ ...words) =>
      succeeds([
        ...packageCommand('vite/bin/vite.js', 'build', '--logLevel', 'error', '--sourcemap'),
        ...['--outDir', join(folder, out), '--emptyOutDir', ...words],
      ]);
    const isBuilt = build('page') && build('bench', '--config', 'bench/vite.config.ts');
    if (!isBuilt) return undefined;
    const sources = readdirSync(folder, { recursive: true })
      .filter((path) => String(path).endsWith('.map'))
      .flatMap((path) => JSON.parse(readFileSync(join(folder, String(path)), 'utf8')).sources);
    const packages = sources.flatMap((source) => packageOf(String(source)) ?? []);
    return [...packages, ...OF_THE_BUILD.map((name) => `node_modules/${name}`)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
