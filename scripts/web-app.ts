/** How the built site is installed and opened without a network: icons, web app manifest, service worker. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { type Plugin, runnerImport } from 'vite';
import { type ManifestOptions, VitePWA } from 'vite-plugin-pwa';
import type { ManifestEntry } from 'workbox-build';

const ICON = 'public/icons/pilah.svg';
const BRAND = '#74275e'; // the icon's own ground
const MASK_SIZE = 512;
const APPLE_SIZE = 180; // https://developer.apple.com/design/human-interface-guidelines/app-icons
/** A mask may cut away all but the middle four fifths: https://w3c.github.io/manifest/#icon-masks */
const MASK_MARGIN = 0.1;

const SCREENSHOTS = [
  { name: 'sure-phone-light-id', form_factor: 'narrow', label: 'Jawaban dengan tiga langkah' },
  { name: 'queue-phone-light-id', form_factor: 'narrow', label: 'Banyak foto sekaligus' },
  { name: 'queue-desktop-light-en', form_factor: 'wide', label: 'Many photos at once' },
] as const;

/** All that a visit shows, but for the model; the bench is for developers. */
const KEPT_FILES = [
  'index.html',
  'assets/**/*.{js,css,wasm}',
  'icons/*',
  'samples/SOURCES.md',
  'THIRD_PARTY.md',
  'model/*/check-photos.json',
];

type Samples = typeof import('../src/app/samples.ts');

export async function webApp(): Promise<Plugin[]> {
  const { module } = await runnerImport<Samples>('/src/app/samples.ts');
  const samples = module.SAMPLES.map(({ name }) => `samples/${name}`);
  let folder = '';
  return [
    {
      name: 'pilah-site-folder',
      configResolved: ({ root, build }) => {
        folder = resolve(root, build.outDir);
      },
    },
    pictures(),
    ...VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/service-worker',
      filename: 'sw.ts',
      injectRegister: false,
      manifest: await manifest(),
      manifestFilename: 'pilah.webmanifest',
      injectManifest: {
        globPatterns: [...KEPT_FILES, ...samples],
        maximumFileSizeToCacheInBytes: 2 ** 20,
        manifestTransforms: [(entries) => withIntegrity(entries, folder)],
      },
    }),
  ];
}

async function manifest(): Promise<Partial<ManifestOptions>> {
  const title = { id: 'Pilah: pilah sampah dari foto', en: 'Pilah: sort waste by photo' };
  const screenshots = SCREENSHOTS.map(async ({ name, ...rest }) => {
    const { width, height } = await sharp(`docs/screens/${name}.webp`).metadata();
    return {
      src: `screens/${name}.webp`,
      sizes: `${width}x${height}`,
      type: 'image/webp',
      ...rest,
    };
  });
  const page = (name: string, id: string, en: string) => ({
    name: id,
    name_localized: { id, en },
    url: `./#/${name}`,
    icons: [{ src: 'icons/pilah-192.png', sizes: '192x192' }],
  });
  const known: Partial<ManifestOptions> = {
    id: './',
    name: title.id,
    short_name: 'Pilah',
    description: 'Foto sampah, tahu jenisnya, tahu tempatnya: dihitung di perangkat Anda sendiri.',
    lang: 'id',
    dir: 'ltr',
    start_url: './',
    scope: './',
    display: 'standalone',
    theme_color: BRAND,
    background_color: '#ffffff',
    categories: ['education', 'utilities'],
    icons: [
      { src: 'icons/pilah.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      { src: 'icons/pilah-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: 'icons/pilah-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: 'icons/pilah-mask.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    screenshots: await Promise.all(screenshots),
    shortcuts: [
      page('guide', 'Panduan', 'Guide'),
      page('model', 'Seberapa sering benar', 'How often it is right'),
    ],
    share_target: {
      action: './share',
      method: 'POST',
      enctype: 'multipart/form-data',
      params: { files: [{ name: 'photos', accept: ['image/jpeg', 'image/png'] }] },
    },
    file_handlers: [
      { action: './', accept: { 'image/jpeg': ['.jpg', '.jpeg'], 'image/png': ['.png'] } },
    ],
    // A window of its own: what lies in another one's queue is not touched.
    launch_handler: { client_mode: 'navigate-new' },
  };
  // https://w3c.github.io/manifest/#x_localized-members, which the plugin's types do not know.
  const localized = {
    name_localized: title,
    description_localized: {
      en: 'Photograph waste, learn its kind and where it goes: computed on your own device.',
    },
  };
  return { ...known, ...localized };
}

/** Drawn from the one icon and the documentation's own screens, so that they cannot grow old by themselves. */
function pictures(): Plugin {
  return {
    name: 'pilah-pictures',
    apply: 'build',
    async generateBundle() {
      const put = async (fileName: string, source: Promise<Uint8Array>) =>
        this.emitFile({ type: 'asset', fileName, source: await source });
      for (const size of [192, 512]) await put(`icons/pilah-${size}.png`, icon(size));
      await put('icons/pilah-mask.png', icon(MASK_SIZE, MASK_MARGIN));
      await put('icons/apple-touch-icon.png', icon(APPLE_SIZE, MASK_MARGIN));
      for (const { name } of SCREENSHOTS) {
        await put(
          `screens/${name}.webp`,
          Promise.resolve(readFileSync(`docs/screens/${name}.webp`)),
        );
      }
    },
  };
}

/** @param margin share of the size, on each side; the ground then fills the corners, which the mask rounds */
async function icon(size: number, margin = 0): Promise<Uint8Array> {
  const inner = Math.round(size * (1 - 2 * margin));
  const drawn = await sharp(ICON, { density: 72 * 16 })
    .resize(inner)
    .png()
    .toBuffer();
  if (margin === 0) return drawn;
  const ground = { width: size, height: size, channels: 3 as const, background: BRAND };
  return sharp({ create: ground })
    .composite([{ input: drawn }])
    .png()
    .toBuffer();
}

/** A network that answers with a page of its own while the service worker is installed must not end up in the shell. */
function withIntegrity<Entry extends ManifestEntry>(entries: readonly Entry[], folder: string) {
  const manifest = entries.map((entry) => {
    const hash = createHash('sha384').update(readFileSync(join(folder, entry.url)));
    return { ...entry, integrity: `sha384-${hash.digest('base64')}` };
  });
  return { manifest };
}
