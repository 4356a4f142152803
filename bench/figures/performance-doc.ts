/** docs/performance.md as a text made from one report, so that no figure in it is written by hand. Pure. */
import { type BenchReport, type GrowthRow, type Machine, REFERENCE } from './report';
import { markdown, resultTable } from './result-table';

/** Above this the times of a run are not those of an idle machine. */
export const BUSY_SHARE = 0.1;

export function performanceDoc(report: BenchReport, plotFile: string): string {
  const { machine, runs, engines, skipped, commandLine, photoRow, page } = report;
  const lines = [
    '# Performance',
    '',
    'Written by `npm run bench -- --write-docs`; every figure is of one run of that command.',
    '',
    ...machineLines(machine),
    '',
    '## Engines',
    '',
    `One photo, 224 × 224, through the shipped network in one page; ${runs} runs of each engine, interleaved`,
    `(A B C A B C ...). "×" is how many times faster than ${REFERENCE.engine} on one thread in the same runs.`,
    '',
    markdown(resultTable(engines)),
    '',
    `![The medians as bars](${plotFile})`,
    '',
    '- *first*: the first photo after the weights are loaded, without warm-up.',
    '- *memory*: WebAssembly memory with weights, after the last run; 1 MB is 10⁶ bytes.',
    '- *download*: code (gzip) and model. The others take the same weights as float32, which is how their',
    '  converters write them; ours takes the 8-bit codes that the page ships.',
    ...skipped.map(
      ({ engine, threads, reason }) => `- Not measured: ${engine}, threads: ${threads}. ${reason}`,
    ),
    '',
    '## Many photos',
    '',
    'Photos in a row; the first, and the start of the command line, are left out.',
    '',
    markdown(growthTable(report.growth)),
    '',
    commandLineText(commandLine),
    '',
    photoRowText(photoRow),
    '',
    '## The page',
    '',
    markdown([['figure', 'measured'], ...pageRows(page)]),
    '',
  ];
  return lines.join('\n');
}

/** How many photos, then what one costs: flat where a photo costs the same among many. */
export function growthTable(growth: readonly GrowthRow[]): string[][] {
  return [
    ['where', 'photos', 'ms a photo', 'memory MB'],
    ...growth.map(({ where, photos, msPerPhoto, memoryMB }) => [
      where,
      String(photos),
      msPerPhoto.toFixed(0),
      memoryMB?.toFixed(0) ?? '-',
    ]),
  ];
}

export function commandLineText(speed: BenchReport['commandLine']): string {
  if (!speed) return 'The command line was not measured.';
  const { photosPerSecond, photos, jobs } = speed;
  return `The command line sorts ${photosPerSecond.toFixed(2)} photos a second, from file to verdict (${photos} files, ${jobs} jobs).`;
}

export function photoRowText(row: BenchReport['photoRow']): string {
  if (!row) return 'Photos in a row through the page were not measured.';
  const { photos, msPerPhoto, engineMs } = row;
  const share = (engineMs / msPerPhoto).toFixed(2);
  return `The page sorts ${photos} photos in a row, from file to answer, in ${msPerPhoto.toFixed(0)} ms each: ${share} of the rate of its engine alone (${engineMs.toFixed(0)} ms a photo).`;
}

export function pageRows(page: BenchReport['page']): string[][] {
  if (!page) return [['the page', 'not measured']];
  const kb = (bytes: number) => `${(bytes / 1000).toFixed(0)} KB`;
  const rows = [
    ['JavaScript of the shell, gzip', kb(page.shellJsBytes)],
    ['JavaScript of the worker, gzip', kb(page.workerJsBytes)],
    [
      `from reload to ready, model cached (median of ${page.reloads})`,
      `${(page.reloadToReadyMs / 1000).toFixed(2)} s`,
    ],
    [
      `of that, all weights from the cache into the engine (median of ${page.reloads})`,
      `${(page.weightsMs / 1000).toFixed(2)} s`,
    ],
  ];
  const { lighthouse } = page;
  if (!lighthouse) return [...rows, ['Lighthouse', 'did not run']];
  const profile = `Lighthouse ${lighthouse.version}, mobile, median of ${lighthouse.runs}`;
  return [
    ...rows,
    [
      `largest contentful paint (${profile})`,
      `${(lighthouse.largestContentfulPaintMs / 1000).toFixed(2)} s`,
    ],
    [`total blocking time (${profile})`, `${lighthouse.totalBlockingTimeMs.toFixed(0)} ms`],
    [`cumulative layout shift (${profile})`, lighthouse.cumulativeLayoutShift.toFixed(3)],
  ];
}

export function machineLines(machine: Machine): string[] {
  const { cpu, cores, memoryGB, system, node, browser, date, commit, busyShare } = machine;
  const busy = `${(100 * busyShare).toFixed(0)} %`;
  return [
    `- Machine: ${cpu}, ${cores} cores, ${memoryGB} GB; ${system}`,
    `- ${browser}, Node ${node}; ${date}, commit ${commit}`,
    busyShare > BUSY_SHARE
      ? `- **The machine was busy**: other programs used ${busy} of its cores just before or after. The times are too long; the ratios hold better, and are no final figures either.`
      : `- The machine was idle: other programs used ${busy} of its cores just before and after.`,
  ];
}
