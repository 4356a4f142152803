/** VGG16 with a linear head on our own engine. Not where the weights come from, nor how threads are started. */
import { CodedError } from '../domain/coded-error';
import { EVIDENCE_PLACES } from '../domain/evidence';
import { WASTE_CLASS_COUNT } from '../domain/waste-class';
import { evidenceOf } from './evidence';
import type { Network } from './network';
import type { LayerCodes } from './weight-codec';
import { WinogradEngine } from './winograd/engine';
import { detectFeatures } from './winograd/features';
import type { HelperStart } from './winograd/helper';
import { kernelModuleBytes } from './winograd/kernel-module';
import { vgg16Shape } from './winograd/network-shape';

/**
 * An engine without weights, with the fastest instructions that there are.
 *
 * @param threads at least 1; one where memory cannot be shared, or nothing is there to start others. It computes alone
 *   until all have come
 * @throws Error where there is no SIMD, or memory or a thread is refused
 */
export async function startEngine(
  threads = 1,
  startHelper?: (start: HelperStart) => void,
): Promise<WinogradEngine> {
  const { hasRelaxedSimd, hasThreads } = detectFeatures();
  const helperCount = hasThreads && startHelper ? threads - 1 : 0;
  const helpers = startHelper ? Array(helperCount).fill(startHelper) : [];
  const bytes = kernelModuleBytes({ isRelaxed: hasRelaxedSimd, isShared: helpers.length > 0 });
  const module = await WebAssembly.compile(bytes);
  return WinogradEngine.create(vgg16Shape(WASTE_CLASS_COUNT), { module, helpers });
}

/** Takes the engine over. Throws a CodedError `model-corrupt` unless the layers are VGG16's, in order. */
export async function loadWinograd(
  engine: WinogradEngine,
  layers: AsyncIterable<LayerCodes>,
): Promise<Network> {
  let head: LayerCodes | undefined;
  try {
    for await (const layer of layers) {
      loadLayer(engine, layer);
      head = layer;
    }
    if (!engine.isLoaded || !head) throw new CodedError('model-corrupt', 'layers are missing');
  } catch (error) {
    engine.dispose();
    throw error;
  }
  const { codes, scales } = head;
  return {
    run: async (photos) =>
      engine.run(photos).map(({ logits, features }) => ({
        logits,
        evidence: evidenceOf(features, { codes, scales }, EVIDENCE_PLACES),
        features,
      })),
    dispose: () => engine.dispose(),
  };
}

function loadLayer(engine: WinogradEngine, layer: LayerCodes): void {
  try {
    engine.loadLayer(layer);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new CodedError('model-corrupt', cause.message, { cause });
  }
}
