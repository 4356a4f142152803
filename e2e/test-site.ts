/** The built site on a port of its own, which a test may change under a visitor's feet, or take from the network. */
import { cpSync } from 'node:fs';
import { type Plugin, type PreviewServer, preview } from 'vite';
import { headersFor } from '../deploy/headers.mjs';
import { freePort } from './free-port';

export interface SiteOptions {
  /** A copy of dist/, where a test changes files. */
  folder?: string;
  /** Of the address, as on hosts that have many sites. */
  path?: string;
  /** Whether the host sends headers, among them the two that let threads share memory. */
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
  return preview({
    configFile: false,
    appType: 'mpa', // else any address that is not there answers with the page
    base: path,
    logLevel: 'warn',
    build: { outDir: folder },
    preview: { port, strictPort: true },
    plugins: isIsolating ? [withHeaders] : [],
  });
}

/** Those of a good host, for each file its own. */
const withHeaders: Plugin = {
  name: 'pilah-headers',
  configurePreviewServer({ middlewares }) {
    middlewares.use(({ url = '/' }, response, next) => {
      const { pathname } = new URL(url, 'http://localhost');
      for (const header of Object.entries(headersFor(pathname))) response.setHeader(...header);
      next();
    });
  },
};
