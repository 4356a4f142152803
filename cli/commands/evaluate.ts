/** `pilah evaluate`: answers beside labels, and the figures that come of it. */
import { stat, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { isWasteClassId } from '../../src/domain/waste-class';
import type { EvaluateCommand } from '../arguments/parse-arguments';
import { RefusedError } from '../cli-error';
import { type Rows, reportText } from '../evaluate/report';
import { type Label, OTHER, Tally } from '../evaluate/tally';
import type { PhotoInput } from '../input/photo-input';
import { readCsv } from '../input/read-csv';
import { readManifest } from '../load-model';
import { createProgress } from '../output/progress';
import { onOneLine } from '../output-line';
import { createExplainer } from './explain-failure';
import { runPool } from './run-pool';

interface LabelledPhoto {
  photo: PhotoInput;
  label: Label;
}

/** Throws a RefusedError. @returns the exit status */
export async function runEvaluate(command: EvaluateCommand): Promise<number> {
  const { modelDir, jobs, json, out } = command;
  if (out !== undefined && (await isThere(out))) {
    throw new RefusedError(`${out} is there already and is not overwritten`);
  }
  const manifest = await readManifest(modelDir);
  const rows: Rows = { failed: {}, unknownLabels: {} };
  const tally = new Tally();
  const explain = createExplainer();
  const progress = createProgress(process.stderr.isTTY);
  const ended = await runPool<LabelledPhoto>({
    items: labelledPhotos(command, rows),
    photoOf: ({ photo }) => photo,
    model: { modelDir, taught: null },
    jobs,
    async take({ photo, label }, outcome) {
      progress.step(photo.name, true);
      explain(outcome);
      if (outcome.kind === 'classified') tally.add(label, outcome.classification);
      else {
        const { code } = outcome.failure;
        rows.failed[code] = (rows.failed[code] ?? 0) + 1;
        progress.end();
        process.stderr.write(`${onOneLine(photo.name)}: ${code}\n`);
      }
    },
  });
  progress.end();
  if (ended !== undefined) return ended;
  const figures = tally.figures();
  const text = json
    ? `${JSON.stringify({ model: manifest.version, ...figures, ...rows }, null, 2)}\n`
    : reportText(figures, rows, manifest);
  if (out === undefined) process.stdout.write(text);
  else await writeFile(out, text, { flag: 'wx' });
  const isEmpty = figures.n + figures.notWaste.n === 0;
  return isEmpty || Object.keys(rows.failed).length > 0 ? 1 : 0;
}

/** Row by row; labels that are none of ours are counted and left out. */
async function* labelledPhotos(
  { labels, root = dirname(labels), columns, split }: EvaluateCommand,
  rows: Rows,
): AsyncGenerator<LabelledPhoto> {
  if (!(await isThere(labels))) throw new RefusedError(`${labels} cannot be read`);
  let header: readonly string[] | undefined;
  const cellOf = (cells: readonly string[], column: string) => {
    const place = header?.indexOf(column) ?? -1;
    if (place < 0) throw new RefusedError(`${labels} has no column '${column}'`);
    return cells[place] ?? '';
  };
  for await (const { cells } of readCsv(labels, true)) {
    if (!header) {
      header = cells;
      continue;
    }
    if (split !== undefined && cellOf(cells, columns.split) !== split) continue;
    const label = cellOf(cells, columns.label);
    const file = cellOf(cells, columns.path);
    if (label === OTHER || isWasteClassId(label)) {
      const name = isAbsolute(file) ? file : join(root, file);
      yield { photo: { kind: 'file', name }, label };
    } else rows.unknownLabels[label] = (rows.unknownLabels[label] ?? 0) + 1;
  }
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
