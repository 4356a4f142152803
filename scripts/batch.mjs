/** Sorts very many photos: `npm run batch -- INPUT --out DIR` hands its options to batch/sort.py. */
import { ensurePython } from './python-environment.mjs';
import { succeeds } from './run-command.mjs';

const python = ensurePython();
const command = [python ?? '', '-m', 'batch.sort', ...process.argv.slice(2)];
process.exit(python && succeeds(command) ? 0 : 1);
