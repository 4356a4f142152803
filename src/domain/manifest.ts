/** The model's manifest: everything about a model version that code must not guess. Parsed once, at the border. */
import * as v from 'valibot';
import { CodedError } from './coded-error';
import { PHOTO_SIZE } from './photo-size';
import { WASTE_CLASS_COUNT, WASTE_CLASS_IDS } from './waste-class';

export const MANIFEST_FORMAT = 2;
/** A code lies within ±127. */
export const LARGEST_CODE = 127;
export const CODE_CONTEXT_COUNT = 32;
export const CODE_FREQUENCY_SUM = 4096;
/** Sixteen times what the shipped one takes. */
export const MAX_MANIFEST_BYTES = 256 * 1024;
/** VGG16's whole network, with its old head, is 138 million weights; ours is a tenth of that. */
const MAX_WEIGHTS = 2 ** 25;
const MAX_MODEL_BYTES = 2 ** 25;
const MAX_LAYERS = 32;

/** JSON can say 1e999, which is read as infinity. */
const number = v.pipe(v.number(), v.finite());
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const positive = v.pipe(number, v.gtValue(0));
const classId = v.picklist(WASTE_CLASS_IDS);
const nine = v.pipe(v.array(number), v.length(WASTE_CLASS_COUNT));

const layer = v.pipe(
  v.object({
    name: v.string(),
    /** HWIO for a convolution, `[places × in, out]` for the head. */
    shape: v.pipe(v.array(v.pipe(count, v.minValue(1))), v.minLength(2), v.maxLength(4)),
    /** How many weights join one input channel and one output channel. */
    places: v.pipe(count, v.minValue(1)),
    /** Of its codes; float32 scales and float32 biases, one for each output channel, stand before them. */
    codedBytes: v.pipe(count, v.minValue(1)),
  }),
  v.check(
    ({ shape, places }) => weightCount(shape) % (places * (shape.at(-1) ?? 1)) === 0,
    'places do not divide the kernel',
  ),
);

/** How often, in 4096ths, each code from `lowest` on is to be expected in one context. */
const codeTable = v.pipe(
  v.object({
    lowest: v.pipe(v.number(), v.integer(), v.minValue(-LARGEST_CODE)),
    frequencies: v.pipe(v.array(count), v.maxLength(2 * LARGEST_CODE + 1)),
  }),
  v.check(
    ({ lowest, frequencies }) => lowest + frequencies.length - 1 <= LARGEST_CODE,
    'codes above the largest',
  ),
  v.check(({ frequencies }) => {
    const sum = frequencies.reduce((total, frequency) => total + frequency, 0);
    return sum === CODE_FREQUENCY_SUM || frequencies.length === 0;
  }, 'frequencies do not sum to 4096'),
);

const shard = v.object({
  /** A plain name beside the manifest: a path could lead elsewhere. */
  file: v.pipe(v.string(), v.regex(/^[a-z0-9-]+\.bin$/)),
  bytes: v.pipe(count, v.minValue(1), v.maxValue(MAX_MODEL_BYTES)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

const reliabilityBin = v.object({
  from: share,
  to: share,
  n: count,
  confidence: share,
  accuracy: share,
});

/** Figures of one network on one set of photos that it was not trained on. */
const heldOutFigures = v.object({
  n: count,
  macroRecall: share,
  accuracy: share,
  expectedCalibrationError: share,
  perClass: v.pipe(
    v.array(v.object({ id: classId, n: count, precision: share, recall: share })),
    v.length(WASTE_CLASS_COUNT),
  ),
  /** Rows: the true class; columns: the answer. */
  confusion: v.pipe(v.array(nine), v.length(WASTE_CLASS_COUNT)),
  reliability: v.array(reliabilityBin),
  /** Waste against `other`: AUROC of the top probability, and of the entropy, which the verdict uses. */
  notWaste: v.object({ n: count, auroc: share, entropyAuroc: share }),
  /** Answering only the surest photos: at each share of all (coverage), how many answers are wrong. */
  riskCoverage: v.array(v.object({ coverage: share, risk: share })),
});

/** Splits that need a network each: a head on the frozen base, in float32, since tuning every one takes days. */
const otherSplits = v.object({
  kFold: v.object({ folds: count, n: count, macroRecall: share, sd: share }),
  leaveOneSourceOut: v.object({
    n: count,
    macroRecall: share,
    sources: v.array(v.object({ source: v.string(), n: count, accuracy: share })),
  }),
});

/** Macro-averaged recall after each stage, in float32; `compact` is what is shipped. */
const stageRecalls = v.object({
  n: count,
  frozenHead: share,
  tuned: share,
  teacher: share,
  distilled: share,
  compact: share,
});

/** Of a training that has come to its second stage at least. */
const partialStageRecalls = v.partial(stageRecalls, ['teacher', 'distilled', 'compact']);

const manifestObject = v.object({
  format: v.literal(MANIFEST_FORMAT),
  version: v.pipe(v.string(), v.regex(/^[a-z0-9.-]{1,32}$/)),
  classes: v.pipe(
    v.array(v.string()),
    v.check((ids) => ids.join() === WASTE_CLASS_IDS.join(), 'not the nine classes in their order'),
  ),
  input: v.object({
    size: v.literal(PHOTO_SIZE),
    fit: v.literal('squash'),
    channels: v.literal('rgb'),
    /** Of RGB in 0..1: `(rgb / 255 - mean) / sd`. */
    mean: v.strictTuple([number, number, number]),
    sd: v.strictTuple([positive, positive, positive]),
  }),
  layers: v.pipe(v.array(layer), v.minLength(1), v.maxLength(MAX_LAYERS)),
  /** One for each context, for the codes of all layers. */
  tables: v.pipe(v.array(codeTable), v.length(CODE_CONTEXT_COUNT)),
  /** The layers, one after another, cut into pieces. */
  shards: v.pipe(v.array(shard), v.minLength(1), v.maxLength(64)),
  temperature: positive,
  verdict: v.object({ sure: share, notWaste: share }),
  /** Logits of `goldenInput()`; a backend whose logits differ by more than `tolerance` computes wrongly. */
  golden: v.object({ logits: nine, tolerance: v.pipe(positive, v.maxValue(1)) }),
  /** Null between training's export and its evaluation, which needs a manifest to run. */
  evaluation: v.nullable(
    v.object({
      /** The exported files, run by this repository's TypeScript on the percentage split's test photos. */
      shipped: v.object({
        ...heldOutFigures.entries,
        verdicts: v.object({
          /** Of waste photos: share called sure, and how many of those are right. */
          sureShare: share,
          sureAccuracy: share,
          wasteRejected: share,
          otherRejected: share,
          otherSure: share,
        }),
      }),
      /** Every stage of the training: on the same photos, and repeated without photos of the street, on those. */
      stages: v.object({ percentage: stageRecalls, street: v.nullable(partialStageRecalls) }),
      /** The distilled network with the usual eight bits a weight, and the bytes that those would take. */
      eightBit: v.object({ n: count, macroRecall: share, bytes: count }),
      frozenHead: v.object({
        n: count,
        macroRecall: share,
        ...otherSplits.entries,
      }),
      /** The paper's recipe, re-run in float32 on the same test photos. */
      paper: heldOutFigures,
    }),
  ),
  provenance: v.object({
    created: v.string(),
    command: v.string(),
    commit: v.string(),
    baseWeights: v.string(),
    photos: v.object({
      n: count,
      train: count,
      validation: count,
      test: count,
    }),
  }),
});

/** Sizes must fit each other and the device before any memory is taken for them. */
export const manifestSchema = v.pipe(
  manifestObject,
  v.check(
    ({ layers }) => sumOf(layers, ({ shape }) => weightCount(shape)) <= MAX_WEIGHTS,
    'too many weights',
  ),
  v.check(({ shards }) => sumOf(shards, ({ bytes }) => bytes) <= MAX_MODEL_BYTES, 'too many bytes'),
  v.check(
    ({ layers, shards }) => sumOf(layers, layerBytes) === sumOf(shards, ({ bytes }) => bytes),
    'the layers do not fill the shards',
  ),
);

export type Manifest = v.InferOutput<typeof manifestObject>;
export type LayerEntry = Manifest['layers'][number];
export type CodeTable = Manifest['tables'][number];
export type ShardEntry = Manifest['shards'][number];

function weightCount(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}

function layerBytes({ shape, codedBytes }: LayerEntry): number {
  return 2 * Float32Array.BYTES_PER_ELEMENT * (shape.at(-1) ?? 0) + codedBytes;
}

function sumOf<Item>(items: readonly Item[], size: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + size(item), 0);
}

/** Throws a CodedError `model-corrupt` that names the first wrong place. */
export function parseManifest(json: unknown): Manifest {
  const parsed = v.safeParse(manifestSchema, json);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new CodedError('model-corrupt', `manifest: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
}
