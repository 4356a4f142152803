/** `npm run bench`: builds, serves, measures, prints, writes. Joins the parts; what they measure lives in them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite } from '../../scripts/build-site.mjs';
import { packageCommand, ROOT, succeeds } from '../../scripts/run-command.mjs';
import { enginePlot } from '../figures/engine-plot';
import {
  commandLineText,
  growthTable,
  machineLines,
  pageRows,
  performanceDoc,
  photoRowText,
} from '../figures/performance-doc';
import type { BenchReport } from '../figures/report';
import { reportJson } from '../figures/report-json';
import { alignedText, resultTable } from '../figures/result-table';
import { type BenchCommand, parseArguments, USAGE } from './arguments';
import { type BenchSite, serveBench } from './bench-site';
import { launchChromium } from './launch-chromium';
import { describeMachine, listenToMachine } from './machine';
import { measureCommandLine } from './measure-command-line';
import { measureEngines } from './measure-engines';
import { measurePage } from './measure-page';
import { measurePhotoRow } from './measure-photo-row';
import { makePeerModels } from './peer-models';

const EXIT_FAILED = 1;
const EXIT_BAD_USAGE = 2;
const BENCH = join(ROOT, 'bench');
const DOC = join(ROOT, 'docs', 'performance.md');
const PLOT = 'performance.svg';

async function main(): Promise<void> {
  const command = parseArguments(process.argv.slice(2));
  switch (command.kind) {
    case 'help':
      process.stdout.write(USAGE);
      return;
    case 'bad-usage':
      process.stderr.write(`${command.message}\n\n${USAGE}`);
      process.exitCode = EXIT_BAD_USAGE;
      return;
    case 'bench':
      await bench(command);
      return;
    default:
      command satisfies never;
  }
}

async function bench(command: BenchCommand): Promise<void> {
  if (!build()) {
    process.exitCode = EXIT_FAILED;
    return;
  }
  const models = await makePeerModels(join(BENCH, '.models'));
  const site = await serveBench({
    '/': join(ROOT, 'dist'),
    '/bench/': join(BENCH, '.build'),
    '/bench/models/': models,
    '/bench/libraries/onnxruntime/': join(BENCH, 'node_modules', 'onnxruntime-web', 'dist'),
    '/bench/libraries/litert/': join(BENCH, 'node_modules', '@litertjs', 'core', 'wasm'),
  });
  try {
    const report = await measureAll(site, command);
    process.stdout.write(reportText(report));
    if (command.jsonFile) writeFileSync(command.jsonFile, reportJson(report));
    if (command.writesDocs) writeDocs(report);
  } finally {
    site.close();
  }
}

function build(): boolean {
  const peers = ['build', '--logLevel', 'warn', '--config', 'bench/vite.config.ts'];
  return (
    buildSite({ isQuiet: true }) &&
    succeeds([...packageCommand('vite/bin/vite.js', ...peers), '--mode', 'peers'])
  );
}

/** One after the other: nothing here may disturb what is timed. */
async function measureAll(site: BenchSite, { runs, growth }: BenchCommand): Promise<BenchReport> {
  const busyBefore = await listenToMachine();
  const { browser, debuggingPort } = await launchChromium();
  try {
    const engines = await measureEngines(browser, site.url, { runs, growth, onProgress: tell });
    const busyShare = Math.max(busyBefore, await listenToMachine());
    const machine = describeMachine(`Chromium ${browser.version()}`, busyShare);
    const commandLine = await attempt(() => measureCommandLine(growth, tell));
    tell('page: photos in a row');
    const photoRow = await attempt(() => measurePhotoRow(browser, site.url));
    const page = await attempt(() => measurePage(browser, site.url, debuggingPort, tell));
    return {
      ...engines,
      growth: [...engines.growth, ...(commandLine?.growth ?? [])],
      machine,
      ...(commandLine ? { commandLine: commandLine.speed } : {}),
      ...(photoRow ? { photoRow } : {}),
      ...(page ? { page } : {}),
    };
  } finally {
    await browser.close();
  }
}

/** Minutes of measured engines are not thrown away because a later part fails; the exit status tells of it. */
async function attempt<T>(measurement: () => Promise<T>): Promise<T | undefined> {
  try {
    return await measurement();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = EXIT_FAILED;
    return undefined;
  }
}

let told = '';
/** On stderr, each thing once: stdout is for the result. */
function tell(what: string): void {
  if (what !== told) process.stderr.write(`${what}\n`);
  told = what;
}

function reportText(report: BenchReport): string {
  const { machine, engines, skipped, growth, commandLine, photoRow, page } = report;
  return [
    '',
    ...machineLines(machine),
    '',
    alignedText(resultTable(engines)),
    ...skipped.map(
      ({ engine, threads, reason }) => `not measured: ${engine}, threads: ${threads}. ${reason}`,
    ),
    '',
    alignedText(growthTable(growth)),
    commandLineText(commandLine),
    photoRowText(photoRow),
    '',
    alignedText(pageRows(page)),
    '',
  ].join('\n');
}

function writeDocs(report: BenchReport): void {
  writeFileSync(DOC, performanceDoc(report, PLOT));
  writeFileSync(join(ROOT, 'docs', PLOT), enginePlot(report.engines));
}

await main();
