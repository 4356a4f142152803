/** Times `npm run classify` over growing numbers of the sample photos. */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { packageCommand, ROOT } from '../../scripts/run-command.mjs';
import type { CommandLineSpeed, GrowthRow } from '../figures/report';

export interface CommandLineMeasurement {
  speed: CommandLineSpeed;
  growth: GrowthRow[];
}

const SAMPLES = join(ROOT, 'public', 'samples');
/** As the command line takes without `--jobs`. */
const MAX_JOBS = 4;

/**
 * Starting Node and unpacking the network cost the same for one photo as for many, and are taken
 * off: a photo's cost is what each further photo adds to the run with a single one.
 *
 * @param counts numbers of photos; a run with one photo is made anyway
 */
export async function measureCommandLine(
  counts: readonly number[],
  onProgress: (what: string) => void,
): Promise<CommandLineMeasurement> {
  onProgress('command line: 1 photo');
  const startMs = await classifyMs(1);
  const growth: GrowthRow[] = [];
  for (const photos of counts.filter((count) => count > 1)) {
    onProgress(`command line: ${photos} photos`);
    const totalMs = await classifyMs(photos);
    const msPerPhoto = (totalMs - startMs) / (photos - 1);
    growth.push({ where: 'command line', photos, totalMs, msPerPhoto });
  }
  const most = growth.at(-1) ?? { photos: 1, msPerPhoto: startMs };
  const jobs = Math.min(availableParallelism(), MAX_JOBS);
  return {
    speed: { photos: most.photos, jobs, photosPerSecond: 1000 / most.msPerPhoto },
    growth,
  };
}

/** From the start of the program to its end. Rejects when a photo fails. */
function classifyMs(photos: number): Promise<number> {
  const samples = readdirSync(SAMPLES).filter((name) => name.endsWith('.jpg'));
  const files = Array.from({ length: photos }, (_, index) =>
    join(SAMPLES, samples[index % samples.length] ?? ''),
  );
  const [program = '', ...words] = packageCommand(
    'tsx/dist/cli.mjs',
    'cli/main.ts',
    'classify',
    ...files,
  );
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const classify = spawn(program, words, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
    classify.once('error', reject);
    classify.once('exit', (code) => {
      if (code === 0) resolve(performance.now() - started);
      else reject(new Error(`the command line ended with ${code}`));
    });
  });
}
