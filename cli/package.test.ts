/** The package as npm installs it into an empty folder: plain JavaScript, no clone around it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, sample } from './testing';

const TIMEOUT_MS = 300_000;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilah-'));
  const pack = [join(ROOT, 'scripts/build-cli-package.mjs'), folder];
  execFileSync(process.execPath, pack, { stdio: 'pipe' });
  writeFileSync(join(folder, 'package.json'), '{"private": true}');
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  // What `npm ci` fetched for the clone is in npm's store, so that this needs no network.
  const install = [
    'install',
    `./${tarball}`,
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  execFileSync('npm', install, { cwd: folder, stdio: 'pipe', shell: process.platform === 'win32' });
}, TIMEOUT_MS);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the package pilah-cli', { timeout: TIMEOUT_MS }, () => {
  const installed = () => join(folder, 'node_modules', 'pilah-cli');
  const pilah = (...argv: string[]) =>
    `${execFileSync('npx', ['--no-install', 'pilah', ...argv], { cwd: folder, shell: process.platform === 'win32' })}`;

  it('has the version and the ranges of the repository, and the model without pictures', () => {
    const root = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const own = JSON.parse(readFileSync(join(installed(), 'package.json'), 'utf8'));
    expect(own).toMatchObject({ name: 'pilah-cli', version: root.version, engines: root.engines });
    const { sharp, yauzl, 'tar-stream': tar } = root.dependencies;
    expect(own.dependencies).toEqual({ sharp, yauzl, 'tar-stream': tar });
    const files = readdirSync(installed(), { recursive: true }).map(String);
    expect(files.filter((file) => /\.(svg|ts)$/.test(file))).toEqual([]);
    expect(readFileSync(join(installed(), 'THIRD_PARTY.md'), 'utf8')).toContain('## tinyglobby');
  });

  it('runs: info, and a photo in worker threads', () => {
    expect(pilah('info')).toMatch(/macro recall +0\.\d+ \(n = /);
    const lines = pilah('classify', sample('battery-1.jpg'), sample('glass-3.jpg'), '--jobs', '2');
    expect(lines).toMatch(/battery-1\.jpg\tbattery\t.*\n.*glass-3\.jpg\tglass\t/);
  });
});
