/** The figures of an evaluation as a person reads them. Pure. */
import type { Manifest } from '../../src/domain/manifest';
import { WASTE_CLASS_IDS } from '../../src/domain/waste-class';
import type { Figures } from './tally';

export interface Rows {
  /** Photos that failed, by their codes. */
  failed: Record<string, number>;
  /** Rows whose label is none of ours, by label. */
  unknownLabels: Record<string, number>;
}

export function reportText(figures: Figures, rows: Rows, manifest: Manifest): string {
  const own = manifest.evaluation?.shipped;
  const { notWaste, verdicts } = figures;
  const width = Math.max(...WASTE_CLASS_IDS.map((id) => id.length));
  const compared: [string, number | null, number | undefined][] = [
    ['macro-averaged recall', figures.macroRecall, own?.macroRecall],
    ['accuracy', figures.accuracy, own?.accuracy],
    [
      'calibration error (15 bins)',
      figures.expectedCalibrationError,
      own?.expectedCalibrationError,
    ],
    ['called sure', verdicts.sureShare, own?.verdicts.sureShare],
    ['of those right', verdicts.sureAccuracy, own?.verdicts.sureAccuracy],
    ['called not waste', verdicts.wasteRejected, own?.verdicts.wasteRejected],
    ['other photos called not waste', verdicts.otherRejected, own?.verdicts.otherRejected],
    ['other photos called sure', verdicts.otherSure, own?.verdicts.otherSure],
    ['waste against other, AUROC (entropy)', notWaste.entropyAuroc, own?.notWaste.entropyAuroc],
  ];
  return [
    `Model ${manifest.version}, temperature ${manifest.temperature}; n = ${figures.n} photos of waste, ${notWaste.n} of other things.`,
    own
      ? `Beside them the model's own test photos (n = ${own.n} and ${own.notWaste.n}).`
      : 'The model comes with no figures of its own.',
    '',
    `${''.padEnd(40)}here   model`,
    ...compared.map(
      ([name, here, model]) =>
        `${name.padEnd(38)}${three(here)}${three(model ?? null).padStart(8)}`,
    ),
    '',
    `${'kind'.padEnd(width)}     n  precision  recall`,
    ...figures.perClass.map(
      ({ id, n, precision, recall }) =>
        `${id.padEnd(width)}${String(n).padStart(6)}${three(precision).padStart(11)}${three(recall).padStart(8)}`,
    ),
    '',
    'Confusion: a row is a true kind, a column an answer.',
    ...confusionTable(figures.confusion, width),
    ...counted('Photos that failed, in no figure', rows.failed),
    ...counted(
      'Rows with labels that are none of the nine kinds or other, left out',
      rows.unknownLabels,
    ),
    '',
  ].join('\n');
}

function confusionTable(confusion: readonly (readonly number[])[], width: number): string[] {
  const heads = WASTE_CLASS_IDS.map((id) => id.slice(0, 6).padStart(7)).join('');
  return [
    `${''.padEnd(width)}${heads}`,
    ...WASTE_CLASS_IDS.map((id, at) => {
      const cells = (confusion[at] ?? []).map((count) => String(count).padStart(7));
      return `${id.padEnd(width)}${cells.join('')}`;
    }),
  ];
}

function counted(title: string, counts: Record<string, number>): string[] {
  const entries = Object.entries(counts);
  if (entries.length === 0) return [];
  return ['', `${title}: ${entries.map(([name, n]) => `${name} (${n})`).join(', ')}.`];
}

function three(value: number | null): string {
  return value === null ? '    -' : value.toFixed(3);
}
