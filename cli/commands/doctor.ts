/** `pilah doctor`: whether each part works here, and how well; a fault of one does not hide the others. */
import { createHash } from 'node:crypto';
import { arch, availableParallelism, cpus, platform } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { toCodedFailure } from '../../src/domain/coded-error';
import type { Manifest } from '../../src/domain/manifest';
import { squashToRgb } from '../../src/imaging/resize';
import type { Classifier } from '../../src/inference/classifier';
import { detectFeatures } from '../../src/inference/winograd/features';
import { createClassifyPool } from '../classify-pool';
import { decodePhotoBytes } from '../decode-photo-node';
import { loadModel, readManifest, readModelFile } from '../load-model';
import { ownPackage } from '../own-files';

interface Finding {
  part: string;
  isOk: boolean;
  says: string;
}

/** A phone's photo has this shape; what is on it does not change the time. */
const PHOTO = { width: 4032, height: 3024 };

/** @returns the exit status */
export async function runDoctor(command: { json: boolean; modelDir: string }): Promise<number> {
  let isWell = true;
  for await (const finding of findings(command.modelDir)) {
    isWell &&= finding.isOk;
    process.stdout.write(command.json ? `${JSON.stringify(finding)}\n` : asText(finding));
  }
  return isWell ? 0 : 1;
}

function asText({ part, isOk, says }: Finding): string {
  return `${isOk ? 'ok   ' : 'fault'}  ${part.padEnd(14)}${says}\n`;
}

async function* findings(modelDir: string): AsyncGenerator<Finding> {
  yield await finding('program', () => `pilah ${ownPackage().version}`);
  yield await finding('node', node);
  yield await finding('processor', processor);
  yield await finding('webassembly', webAssembly);
  yield await finding('decoder', decoder);
  let manifest: Manifest | undefined;
  yield await finding('manifest', async () => {
    manifest = await readManifest(modelDir);
    return `version ${manifest.version}, ${manifest.shards.length} files`;
  });
  if (!manifest) return;
  for (const shard of manifest.shards)
    yield await finding(shard.file, () => checkFile(modelDir, shard));
  let classifier: Classifier | undefined;
  yield await finding('golden input', async () => {
    classifier = await loadModel(modelDir);
    return `logits off by ${(await classifier.goldenError()).toExponential(1)}, ${classifier.manifest.golden.tolerance} allowed`;
  });
  if (!classifier) return;
  const usable = classifier;
  yield await finding('photo', () => timePhoto(usable));
  usable.dispose();
  yield await finding('threads', () => tryThread(modelDir));
}

/** What it says, or what it threw. */
async function finding(part: string, look: () => string | Promise<string>): Promise<Finding> {
  try {
    return { part, isOk: true, says: await look() };
  } catch (error) {
    const { code, detail } = toCodedFailure(error, 'inference-failed');
    const isCoded = error instanceof Error && error.name === 'CodedError';
    return { part, isOk: false, says: isCoded ? `${code}: ${detail}` : detail };
  }
}

function node(): string {
  const { node: wanted } = ownPackage().engines;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = wanted.replace(/^\D+/, '').split('.').map(Number);
  const isEnough = major > leastMajor || (major === leastMajor && minor >= leastMinor);
  if (!isEnough) throw new Error(`${process.versions.node}, ${wanted} is needed`);
  return `${process.versions.node} on ${platform()} ${arch()}`;
}

function processor(): string {
  const [first] = cpus();
  return `${availableParallelism()} cores, ${first?.model.trim() || 'of an unknown model'}`;
}

function webAssembly(): string {
  const { hasSimd, hasRelaxedSimd, hasThreads } = detectFeatures();
  const says = `vectors ${yes(hasSimd)}, fused multiply-add ${yes(hasRelaxedSimd)}, shared memory ${yes(hasThreads)}`;
  if (!hasSimd) throw new Error(says);
  return says;
}

function yes(has: boolean): string {
  return has ? 'yes' : 'no';
}

/** A flat photo must come back in its colour. */
async function decoder(): Promise<string> {
  const { data } = await decodePhotoBytes(await flatPhoto(16, 16));
  const [red = 0, green = 0, blue = 0] = data;
  const off = Math.max(Math.abs(red - 200), Math.abs(green - 100), Math.abs(blue - 50));
  const versions = `sharp ${sharp.versions.sharp}, libvips ${sharp.versions.vips}`;
  if (off > 3) throw new Error(`${versions}: colours off by ${off}`);
  return versions;
}

function flatPhoto(width: number, height: number): Promise<Buffer> {
  const background = { r: 200, g: 100, b: 50 };
  return sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

async function checkFile(
  modelDir: string,
  { file, bytes, sha256 }: Manifest['shards'][number],
): Promise<string> {
  const content = await readModelFile(join(modelDir, file));
  if (content.length !== bytes) throw new Error(`${content.length} bytes instead of ${bytes}`);
  const found = createHash('sha256').update(content).digest('hex');
  if (found !== sha256) throw new Error(`sha256 ${found} instead of ${sha256}`);
  return `${bytes} bytes, sha256 ${sha256.slice(0, 16)}`;
}

/** The second time, when everything is warm. */
async function timePhoto(classifier: Classifier): Promise<string> {
  const bytes = await flatPhoto(PHOTO.width, PHOTO.height);
  let says = '';
  for (let round = 0; round < 2; round += 1) {
    const startMs = performance.now();
    const { data, width, height } = await decodePhotoBytes(bytes);
    const rgb = squashToRgb(data, width, height, classifier.manifest.input.size);
    const decodedMs = performance.now();
    await classifier.classify(rgb);
    const network = Math.round(performance.now() - decodedMs);
    says = `12 megapixels read in ${Math.round(decodedMs - startMs)} ms, network ${network} ms, on one thread`;
  }
  return says;
}

/** A worker thread classifies a photo. */
async function tryThread(modelDir: string): Promise<string> {
  const pool = createClassifyPool({ modelDir, taught: null }, 1);
  try {
    const outcome = await pool.classify(await flatPhoto(16, 16));
    if (outcome.kind === 'failed') throw new Error(outcome.failure.detail);
    return 'a worker thread classifies';
  } finally {
    await pool.close();
  }
}
