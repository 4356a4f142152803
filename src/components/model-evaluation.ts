/** The measured part of a model's information, once there is one. */
import type { ModelInfo } from '../domain/model-info';

export type ModelEvaluation = NonNullable<ModelInfo['evaluation']>;
