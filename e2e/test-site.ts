/** The built site on a port of its own, which a test may change under a visitor's feet, or take from the network. */
import { cpSync } from 'node:fs';
import { type PreviewServer, preview } from 'vite';
import { freePort } from './free-port';

export interface SiteOptions {
  /** A copy of dist/, where a test changes files. */
  folder?: string;
  /** Of the address, as on hosts that have many sites. */
  path?: string;
  /** Whether the host sends the two headers that let threads share memory. */
  isIsolating?: boolean;
}

export interface TestSite {
  /** Ends with a slash. */
  readonly address: string;
  /** Nobody answers at the address from then on. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
}

export async function startSite(options: SiteOptions = {}): Promise<TestSite> {
  const port = await freePort();
  const { path = '/' } = options;
  let server = await serve(port, options);
  return {
    address: `http://localhost:${port}${path}`,
    goDown: () => server.close(),
    comeBack: async () => {
      server = await serve(port, options);
    },
  };
}

export function copyOfSite(folder: string): string {
  cpSync('dist', folder, { recursive: true });
  return folder;
}

function serve(
  port: number,
  { folder = 'dist', path = '/', isIsolating = true }: SiteOptions,
): Promise<PreviewServer> {
  const headers = {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  };
  return preview({
    configFile: false,
    appType: 'mpa', // else any address that is not there answers with the page
    base: path,
    logLevel: 'warn',
    build: { outDir: folder },
    preview: { port, strictPort: true, ...(isIsolating ? { headers } : {}) },
  });
}
