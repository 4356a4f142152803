/** Builds dist/: the app, then the page of the bench beside it, so that neither changes the other's chunks. */
import { packageCommand, succeeds } from './run-command.mjs';

/**
 * @param {{isQuiet?: boolean}} [options]
 * @returns {boolean} whether both are built
 */
export function buildSite({ isQuiet = false } = {}) {
  const level = ['--logLevel', isQuiet ? 'warn' : 'info'];
  const build = packageCommand('vite/bin/vite.js', 'build', ...level);
  return succeeds(build) && succeeds([...build, '--config', 'bench/vite.config.ts']);
}
