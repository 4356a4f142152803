/** Ten thousand files, or as many as its argument says, through the command line in flat memory: cli/memory.test.ts. */
import { packageCommand, succeeds } from './run-command.mjs';

const env = { PILAH_MASS_FILES: process.argv[2] ?? '10000' };
const isFlat = succeeds(packageCommand('vitest/vitest.mjs', 'run', 'cli/memory.test.ts'), { env });
process.exitCode = isFlat ? 0 : 1;
