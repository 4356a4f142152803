/** Finds fish and zsh on this machine, or installs them: for the tests of the command line's completion. */
import { aptInstall, which } from './run-command.mjs';

/** Installs what is missing where that can be done; tests leave a shell out that is not there. */
export function ensureShells() {
  if (which('fish') && which('zsh')) return;
  console.error('fish or zsh is missing: installing them for the unit tests ...');
  aptInstall('fish', 'zsh');
}
