/** What callers are told of a model: the part of the manifest and of the engine's report that the package promises. */
import type { EngineStatus } from '../domain/engine-status';
import type { ModelInfo } from '../domain/model-info';
import { WASTE_CLASS_IDS } from '../domain/waste-class';
import type { Figures, PilahInfo } from './api';

export function infoOf(
  model: ModelInfo,
  { backend, photoMs }: Extract<EngineStatus, { kind: 'ready' }>,
): PilahInfo {
  return {
    modelVersion: model.version,
    classes: WASTE_CLASS_IDS,
    downloadBytes: model.downloadBytes,
    backend,
    photoMs,
    figures: model.evaluation && figuresOf(model.evaluation.shipped),
  };
}

function figuresOf({
  n: photos,
  accuracy,
  macroRecall,
  expectedCalibrationError,
  reliability,
  perClass,
}: NonNullable<ModelInfo['evaluation']>['shipped']): Figures {
  return {
    photos,
    accuracy,
    macroRecall,
    expectedCalibrationError,
    reliability: reliability.map(({ from, to, n, accuracy: right }) => ({
      from,
      to,
      photos: n,
      accuracy: right,
    })),
    perClass: perClass.map(({ id, n, precision, recall }) => ({
      class: id,
      photos: n,
      precision,
      recall,
    })),
  };
}
