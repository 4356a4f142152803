/** Finds nginx and Caddy on this machine, or installs them: for the tests of what deploy/ holds. */
import { existsSync } from 'node:fs';
import { aptInstall, which } from './run-command.mjs';

/** Debian keeps it off the PATH of people without rights. */
export function findNginx() {
  return which('nginx') ?? ['/usr/sbin/nginx'].find((path) => existsSync(path));
}

export function findCaddy() {
  return which('caddy');
}

/** Installs what is missing where that can be done. */
export function ensureHosts() {
  if (findNginx() && findCaddy()) return;
  console.error('nginx or Caddy is missing: installing them for the end-to-end tests ...');
  aptInstall('nginx', 'caddy');
}
