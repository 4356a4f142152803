/** Two plugins of the build: one writes a page's content policy into it, the other what lies beside the page for hosts. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVERYWHERE, IMMUTABLE, pagePolicy, SCRIPT_POLICY } from '../deploy/headers.mjs';
import { ROOT } from './run-command.mjs';

const CHARSET = '<meta charset="utf-8" />';
const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;
const INLINE_STYLE = /<style[^>]*>([\s\S]*?)<\/style>/g;

/** @returns {import('vite').Plugin} */
export function contentPolicy() {
  return {
    name: 'pilah-content-policy',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      // Only now the page is whole: what comes into it later is refused by the browser.
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'asset' && file.fileName.endsWith('.html')) {
            file.source = withPolicy(String(file.source));
          }
        }
      },
    },
  };
}

/** First in the head: a policy holds only for what stands after it. @param {string} html */
function withPolicy(html) {
  if (!html.includes(CHARSET)) throw new Error(`the page has no ${CHARSET} to stand after`);
  const policy = pagePolicy({
    scripts: hashes(html, INLINE_SCRIPT),
    styles: hashes(html, INLINE_STYLE),
  });
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
  return html.replace(CHARSET, () => `${CHARSET}\n    ${meta}`);
}

/** @param {string} html @param {RegExp} element */
function hashes(html, element) {
  return [...html.matchAll(element)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
}

/**
 * The licences of what ships, and `_headers`, as Netlify and Cloudflare read it. Where several of its rules fit a file both policies hold, but of two
 * Cache-Controls neither would: files that are to be asked for anew have none, which is what these hosts do by themselves.
 *
 * @returns {import('vite').Plugin}
 */
export function hostFiles() {
  return {
    name: 'pilah-host-files',
    apply: 'build',
    generateBundle() {
      const caching = { 'Cache-Control': IMMUTABLE };
      const policy = { 'Content-Security-Policy': SCRIPT_POLICY };
      /** @type {[string, Record<string, string>][]} */
      const rules = [
        ['/*', EVERYWHERE],
        ['/assets/*', { ...caching, ...policy }],
        ['/bench/assets/*', caching],
        ['/sw.js', policy],
        ...shards().map((path) => /** @type {[string, typeof caching]} */ ([path, caching])),
      ];
      const source = rules.map(([path, headers]) => [path, ...lines(headers), ''].join('\n'));
      this.emitFile({ type: 'asset', fileName: '_headers', source: source.join('\n') });
      const licences = readFileSync(join(ROOT, 'THIRD_PARTY.md'), 'utf8');
      this.emitFile({ type: 'asset', fileName: 'THIRD_PARTY.md', source: licences });
    },
  };
}

function lines(/** @type {Record<string, string>} */ headers) {
  return Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
}

/** One rule each: these hosts know no pattern for "all .bin in any version". */
function shards() {
  return readdirSync(join(ROOT, 'public', 'model'), { recursive: true })
    .map((path) => `/model/${String(path).replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.bin'))
    .sort();
}
