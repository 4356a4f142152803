/** Photos that every engine must see alike: the shipped samples, prepared as the page prepares a photo. */
import { type Manifest, parseManifest } from '../../src/domain/manifest';
import { readPhoto } from '../../src/imaging/read-photo';
import { normalise } from '../../src/inference/classifier';
import { manifestUrl, type Site } from './engine-catalogue';

const SAMPLES = ['glass-3.jpg', 'metal-1.jpg', 'battery-1.jpg'] as const;

export interface SamplePhoto {
  name: string;
  /** Normalised, 224 × 224 × 3, HWC. */
  pixels: Float32Array;
}

/** Rejects when a file is missing or broken. */
export async function fetchSamplePhotos(site: Site): Promise<SamplePhoto[]> {
  const manifest = parseManifest(await (await fetchFile(manifestUrl(site))).json());
  return Promise.all(
    SAMPLES.map(async (name) => {
      const response = await fetchFile(new URL(`samples/${name}`, site.root).href);
      return { name, pixels: await toPixels(await response.blob(), manifest.input) };
    }),
  );
}

async function toPixels(photo: Blob, input: Manifest['input']): Promise<Float32Array> {
  return normalise(await readPhoto(photo, input.size), input);
}

async function fetchFile(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return response;
}
