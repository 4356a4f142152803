/**
 * Where the package's own files are, once it is built: beside the module. Each address is written out whole, since these
 * words are what bundlers look for.
 */
import type { ModelAddress, SideThread } from '../worker/protocol';

export function startWorker(assetsUrl?: string | URL): Worker {
  if (assetsUrl) return new Worker(inFolder(assetsUrl, 'pilah.worker.js'), { type: 'module' });
  return new Worker(new URL('./pilah.worker.js', import.meta.url), { type: 'module' });
}

export function startThread(thread: SideThread, assetsUrl?: string | URL): Worker {
  if (assetsUrl) return new Worker(inFolder(assetsUrl, `pilah.${thread}.js`), { type: 'module' });
  return thread === 'reader'
    ? new Worker(new URL('./pilah.reader.js', import.meta.url), { type: 'module' })
    : new Worker(new URL('./pilah.helper.js', import.meta.url), { type: 'module' });
}

/** The model that the package brings, from beside the module or from a copy of its `dist`. */
export function ownModel(assetsUrl?: string | URL): ModelAddress {
  if (assetsUrl) return { manifestUrl: inFolder(assetsUrl, 'model/4/manifest.json').href };
  return {
    manifestUrl: new URL('./model/4/manifest.json', import.meta.url).href,
    shardUrls: {
      'shard-00.bin': new URL('./model/4/shard-00.bin', import.meta.url).href,
      'shard-01.bin': new URL('./model/4/shard-01.bin', import.meta.url).href,
      'shard-02.bin': new URL('./model/4/shard-02.bin', import.meta.url).href,
      'shard-03.bin': new URL('./model/4/shard-03.bin', import.meta.url).href,
      'shard-04.bin': new URL('./model/4/shard-04.bin', import.meta.url).href,
      'shard-05.bin': new URL('./model/4/shard-05.bin', import.meta.url).href,
      'shard-06.bin': new URL('./model/4/shard-06.bin', import.meta.url).href,
      'shard-07.bin': new URL('./model/4/shard-07.bin', import.meta.url).href,
      'shard-08.bin': new URL('./model/4/shard-08.bin', import.meta.url).href,
    },
  };
}

function inFolder(folder: string | URL, file: string): URL {
  const address = new URL(folder, document.baseURI);
  if (!address.pathname.endsWith('/')) address.pathname += '/';
  return new URL(file, address);
}
