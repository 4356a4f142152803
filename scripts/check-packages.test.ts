import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ROOT } from './run-command.mjs';

const ADVISORIES = '/-/npm/v1/security/advisories/bulk';
const REACT_IS_BROKEN = {
  react: [
    {
      id: 1,
      url: 'https://advisories.example/1',
      title: 'made up',
      severity: 'high',
      vulnerable_versions: '>=0.0.1',
      cwe: [],
      cvss: { score: 8, vectorString: null },
    },
  ],
};

let registry: Server | undefined;
afterEach(() => {
  registry?.close();
  registry?.closeAllConnections();
});

/** The check with the real npm, which asks a registry of ours. */
async function check(status: number, advisories: object): Promise<{ code: number; told: string }> {
  registry = createServer(({ url }, response) => {
    const isAsked = url === ADVISORIES;
    response.writeHead(isAsked ? status : 404, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(isAsked ? advisories : {}));
  });
  await new Promise<void>((resolve) => registry?.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has one.
  const { port } = registry.address() as AddressInfo;
  const env = { ...process.env, npm_config_registry: `http://127.0.0.1:${port}/` };
  return new Promise((resolve) => {
    const script = join(ROOT, 'scripts', 'check-packages.mjs');
    execFile(process.execPath, [script], { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), told: stdout + stderr }),
    );
  });
}

describe('check-packages', () => {
  it('fails when something that ships has a known grave vulnerability, and names it', async () => {
    const { code, told } = await check(200, REACT_IS_BROKEN);
    expect(told).toContain('react: high, https://advisories.example/1');
    expect(code).toBe(1);
  });

  it('passes when the registry knows of none', async () => {
    const { code, told } = await check(200, {});
    expect(told).toContain('0 high or critical');
    expect(code).toBe(0);
  });

  it('passes, but says that nothing was checked, where the registry does not tell', async () => {
    const { code, told } = await check(405, {});
    expect(told).toContain('NOT CHECKED');
    expect(code).toBe(0);
  });
});

describe('npm run sbom', () => {
  it('lists all that ships, each with its hash', async () => {
    const npm = process.env.npm_execpath;
    const [program = '', ...words] = npm ? [process.execPath, npm] : ['npm'];
    const text = await new Promise<string>((resolve, reject) => {
      const options = { cwd: ROOT, maxBuffer: 1e8 };
      execFile(program, [...words, 'run', '--silent', 'sbom'], options, (error, stdout) =>
        error ? reject(error) : resolve(stdout),
      );
    });
    const { bomFormat, components } = JSON.parse(text) as {
      bomFormat: string;
      components: { name: string; group?: string; hashes?: { alg: string }[] }[];
    };
    expect(bomFormat).toBe('CycloneDX');
    const names = components.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['react', '@tensorflow/tfjs-core', 'sharp']));
    expect(names).not.toContain('vite');
    for (const { name, hashes } of components) expect(hashes?.[0]?.alg, name).toBe('SHA-512');
  });
});
