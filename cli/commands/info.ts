/** `pilah info`: what the manifest and this program say of themselves. */
import type { Manifest } from '../../src/domain/manifest';
import { readManifest } from '../load-model';
import { ownPackage } from '../own-files';

const LICENCES = {
  program: 'MIT',
  weights: 'descend from VGG16 (CC BY 4.0) as in torchvision (BSD-3-Clause): docs/model-card.md',
} as const;

/** Throws a CodedError without a readable model. @returns the exit status */
export async function runInfo(command: { json: boolean; modelDir: string }): Promise<number> {
  const facts = factsOf(await readManifest(command.modelDir));
  process.stdout.write(command.json ? `${JSON.stringify(facts, null, 2)}\n` : asText(facts));
  return 0;
}

type Facts = ReturnType<typeof factsOf>;

function factsOf(manifest: Manifest) {
  const { version, classes, temperature, verdict, provenance, input, layers, shards } = manifest;
  const shipped = manifest.evaluation?.shipped;
  const weights = layers.reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0);
  return {
    program: ownPackage().version,
    node: process.versions.node,
    model: version,
    created: provenance.created,
    commit: provenance.commit,
    classes,
    input: `${input.size} x ${input.size} RGB`,
    weights,
    bytes: shards.reduce((sum, { bytes }) => sum + bytes, 0),
    temperature,
    bounds: verdict,
    figures: shipped && {
      n: shipped.n,
      macroRecall: shipped.macroRecall,
      accuracy: shipped.accuracy,
      expectedCalibrationError: shipped.expectedCalibrationError,
      notWaste: shipped.notWaste,
      verdicts: shipped.verdicts,
    },
    licences: LICENCES,
  };
}

function asText(facts: Facts): string {
  const { figures, bounds } = facts;
  const rows: [string, string | number][] = [
    ['program', `pilah ${facts.program}, Node ${facts.node}`],
    ['model', `${facts.model}, made ${facts.created} from commit ${facts.commit.slice(0, 12)}`],
    ['kinds', facts.classes.join(', ')],
    ['photo', `squashed to ${facts.input}`],
    ['size', `${count(facts.weights)} weights in ${count(facts.bytes)} bytes`],
    ['sure', `from a top probability of ${bounds.sure} on (temperature ${facts.temperature})`],
    ['not waste', `above an entropy of ${bounds.notWaste} (1: all nine alike)`],
    ...(figures ? figureRows(figures) : [['figures', 'none: not evaluated'] as [string, string]]),
    ['licence', `${facts.licences.program}; the weights ${facts.licences.weights}`],
  ];
  return rows.map(([name, value]) => `${name.padEnd(22)}${value}\n`).join('');
}

function figureRows({
  n,
  macroRecall,
  accuracy,
  expectedCalibrationError,
  notWaste,
  verdicts,
}: NonNullable<Facts['figures']>): [string, string][] {
  return [
    ['macro recall', `${macroRecall} (n = ${count(n)} test photos), accuracy ${accuracy}`],
    ['calibration error', `${expectedCalibrationError} (15 bins)`],
    ['against other things', `AUROC ${notWaste.entropyAuroc} (n = ${notWaste.n} photos of those)`],
    [
      'sure answers',
      `${percent(verdicts.sureShare)} of waste, ${percent(verdicts.sureAccuracy)} of them right`,
    ],
  ];
}

function count(value: number): string {
  return value.toLocaleString('en');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
