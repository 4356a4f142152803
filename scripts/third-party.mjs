/**
 * Writes THIRD_PARTY.md, the licences of all that ships; with `--check` only tells whether it is up to date. What ships is
 * what the source maps of a build name: the page's chunks, the workers', the bench's.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageCommand, ROOT, succeeds } from './run-command.mjs';

const FILE = join(ROOT, 'THIRD_PARTY.md');
/** What the build itself writes into the output, which no source map names. */
const OF_THE_BUILD = ['tailwindcss', 'vite', 'rolldown'];
const PACKAGE = /node_modules\/(?:.*node_modules\/)?(?:@[^/]+\/)?[^/]+/;

/** @typedef {{name: string, version: string, identifier: string, text: string | undefined}} Licence */

process.exitCode = main(process.argv.includes('--check'));

function main(/** @type {boolean} */ isCheck) {
  const folders = shippedPackages();
  if (!folders) return 1;
  const licences = folders.map(licenceOf).sort((a, b) => (a.name < b.name ? -1 : 1));
  const document = written(licences);
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
    const packages = sources.flatMap((source) => String(source).match(PACKAGE)?.[0] ?? []);
    return [...new Set([...packages, ...OF_THE_BUILD.map((name) => `node_modules/${name}`)])];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {string} folder @returns {Licence} */
function licenceOf(folder) {
  const { name, version, license } = JSON.parse(
    readFileSync(join(ROOT, folder, 'package.json'), 'utf8'),
  );
  const file = readdirSync(join(ROOT, folder)).find((entry) =>
    /^licen[cs]e(\.md|\.txt)?$/i.test(entry),
  );
  // Vite's file goes on with what Vite itself is made of, and that stays behind.
  const text =
    file && readFileSync(join(ROOT, folder, file), 'utf8').split('\n# Licenses of bundled')[0];
  return { name, version, identifier: String(license), text: text?.replace(/\r/g, '').trim() };
}

/** @param {Licence[]} licences */
function written(licences) {
  /** @type {Map<string, string[]>} */
  const texts = new Map();
  for (const licence of licences) {
    const text = textOf(licence, licences);
    texts.set(text, [...(texts.get(text) ?? []), licence.name]);
  }
  return [
    '# What ships with Pilah, and under which licence',
    '',
    'Written by `npm run licences` from what a build really takes; `npm run check` compares. Pilah itself: [MIT](LICENSE). The',
    "model's weights and their sources: [docs/model-card.md](docs/model-card.md). The sample photos, one by one:",
    '[public/samples/SOURCES.md](public/samples/SOURCES.md). The command line also runs `sharp`, `tsx`, `yauzl`, `tar-stream` and `tinyglobby`, which npm installs with',
    'their own licences beside them. All packages with their hashes, as CycloneDX: `npm run -s sbom`.',
    '',
    '| package | version | licence |',
    '| --- | --- | --- |',
    ...licences.map(({ name, version, identifier }) => `| ${name} | ${version} | ${identifier} |`),
    ...[...texts].flatMap(([text, names]) => [
      '',
      `## ${names.join(', ')}`,
      '',
      '```',
      text,
      '```',
    ]),
    '',
  ].join('\n');
}

/**
 * TensorFlow.js' packages hold no text; that of the Apache licence is the same for all.
 *
 * @param {Licence} licence
 * @param {Licence[]} all
 */
function textOf({ name, identifier, text }, all) {
  const known = all.find((other) => other.identifier === 'Apache-2.0' && other.text)?.text;
  const found = text ?? (identifier === 'Apache-2.0' ? known : undefined);
  if (!found) throw new Error(`${name} ships without the text of its licence (${identifier})`);
  return found;
}
