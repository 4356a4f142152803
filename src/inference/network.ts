/** What the classifier needs of a network, whichever backend computes it. Types only. */

export interface Network {
  /**
   * The nine logits in class order for each photo. `photos`: normalised RGB, `size × size × 3`, HWC;
   * 1 to 8 of them.
   */
  logits(photos: readonly Float32Array[]): Promise<Float32Array[]>;
  /** Frees the weights; may be called again. */
  dispose(): void;
}
