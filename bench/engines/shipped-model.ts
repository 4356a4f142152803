/** The network that the page ships, fetched as the page would, without its cache. */
import { parseManifest } from '../../src/domain/manifest';
import { decodeLayers, type LayerCodes } from '../../src/inference/weight-codec';

/** Throws where a file is missing or broken. */
export async function* fetchLayers(manifestUrl: string): AsyncGenerator<LayerCodes> {
  const manifest = parseManifest(await (await fetchFile(manifestUrl)).json());
  const shards = manifest.shards.map(async ({ file }) => {
    const response = await fetchFile(new URL(file, manifestUrl));
    return new Uint8Array(await response.arrayBuffer());
  });
  yield* decodeLayers(manifest, inOrder(shards));
}

export async function fetchFile(url: string | URL): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return response;
}

async function* inOrder<T>(promises: readonly Promise<T>[]): AsyncGenerator<T> {
  for (const promise of promises) yield await promise;
}
