/**
 * What a host says beside Pilah's files: the one source for the page's own policy, `npm start`, dist/_headers and the
 * tests of nginx.conf and Caddyfile. docs/hosting.md says what each is for.
 */

/** The network, our own files and nothing else; scripts as files of this origin, and WebAssembly. */
const COMMON = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'default',
};

/** No other site may show Pilah in a frame. A meta tag cannot say this. */
const FRAMES = "frame-ancestors 'none'";

/** Workers obey the headers of their own file, not the policy of the page that starts them. */
export const SCRIPT_POLICY = `${written(COMMON)}; ${FRAMES}`;

export const EVERYWHERE = {
  'Content-Security-Policy': FRAMES,
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(self), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

export const IMMUTABLE = 'public, max-age=31536000, immutable';
export const REVALIDATED = 'no-cache';

/** The build writes a hash into the names under assets/; a model's shards never change within its version's folder. */
const HASHED = /(^|\/)(assets\/[^/]+|model\/[^/]+\/[^/]+\.bin)$/;
/** tfjs starts the bench's threads from the text of a function, which a strict policy forbids. */
const STRICT = /^(?!.*\bbench\/).*\.js$/;

/**
 * @param {string} path of a file, without the origin
 * @returns {Record<string, string>}
 */
export function headersFor(path) {
  return {
    ...EVERYWHERE,
    ...(STRICT.test(path) ? { 'Content-Security-Policy': SCRIPT_POLICY } : {}),
    'Cache-Control': HASHED.test(path) ? IMMUTABLE : REVALIDATED,
  };
}

/**
 * The whole policy of a page, which travels inside it: the hashes change with each build, and some hosts send no headers.
 *
 * @param {{scripts: readonly string[], styles: readonly string[]}} inline hashes of what stands in the page itself
 */
export function pagePolicy({ scripts, styles }) {
  return written({
    ...COMMON,
    'script-src': [COMMON['script-src'], ...scripts].join(' '),
    'style-src': ["'self'", ...styles].join(' '),
    // Previews of chosen photos are blob addresses.
    'img-src': "'self' blob:",
    'manifest-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
  });
}

function written(/** @type {Record<string, string>} */ directives) {
  return Object.entries(directives)
    .map((directive) => directive.join(' '))
    .join('; ');
}
