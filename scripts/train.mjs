/** Re-creates the network: `npm run train -- [options]` hands its options to training/pipeline.py. */
import { ensurePython } from './python-environment.mjs';
import { succeeds } from './run-command.mjs';

const python = ensurePython();
const command = [python ?? '', '-m', 'training.pipeline', ...process.argv.slice(2)];
process.exit(python && succeeds(command) ? 0 : 1);
