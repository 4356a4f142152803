/** The licences of npm packages, and the document that carries them. Which packages are meant is the caller's to know. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run-command.mjs';

const PACKAGE = /node_modules\/(?:.*node_modules\/)?(?:@[^/]+\/)?[^/]+/;

/** @typedef {{name: string, version: string, identifier: string, text: string | undefined}} Licence */

/** The package that a module or source belongs to, as a folder in the repository. @returns {string | undefined} */
export function packageOf(/** @type {string} */ path) {
  return path.match(PACKAGE)?.[0];
}

/**
 * A document with a table of all and each text once.
 *
 * @param {readonly string[]} preface its first lines
 * @param {Iterable<string>} folders as `packageOf` gives them
 */
export function licenceDocument(preface, folders) {
  const licences = [...new Set(folders)].map(licenceOf).sort((a, b) => (a.name < b.name ? -1 : 1));
  /** @type {Map<string, string[]>} */
  const texts = new Map();
  for (const licence of licences) {
    const text = textOf(licence, licences);
    texts.set(text, [...(texts.get(text) ?? []), licence.name]);
  }
  return [
    ...preface,
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
