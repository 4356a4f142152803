/** What the classifier needs of a network, whichever backend computes it. Types only. */
import type { Evidence } from '../domain/evidence';

export interface NetworkOutput {
  /** Nine, in class order. */
  logits: Float32Array;
  evidence: Evidence;
  /** The head's input, `places × channels`. */
  features: Float32Array;
}

export interface Network {
  /** `photos`: normalised RGB, `size × size × 3`, HWC; 1 to 8 of them. */
  run(photos: readonly Float32Array[]): Promise<NetworkOutput[]>;
  /** Frees the weights; may be called again. */
  dispose(): void;
}
