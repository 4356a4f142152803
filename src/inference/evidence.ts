/** Splits each class's logit over the places of the photo: exact, since the head is linear in the features. */
import type { LayerCodes } from './weight-codec';

/**
 * `places × classes`: what each place adds to each class's logit. With the head's biases they sum to
 * the logits.
 *
 * @param features `places × channels`, HWC as the head takes them
 * @param head `[places × channels, classes]`
 */
export function evidenceOf(
  features: Float32Array,
  { codes, scales }: Pick<LayerCodes, 'codes' | 'scales'>,
  places: number,
): Float32Array {
  const classes = scales.length;
  const channels = features.length / places;
  const evidence = new Float32Array(places * classes);
  const sums = new Float64Array(classes);
  for (let place = 0; place < places; place++) {
    sums.fill(0);
    for (let channel = 0; channel < channels; channel++) {
      const row = place * channels + channel;
      const feature = features[row] ?? 0;
      // Most are: a ReLU made them.
      if (feature === 0) continue;
      for (let id = 0; id < classes; id++) {
        sums[id] = (sums[id] ?? 0) + feature * (codes[row * classes + id] ?? 0);
      }
    }
    for (let id = 0; id < classes; id++) {
      evidence[place * classes + id] = (sums[id] ?? 0) * (scales[id] ?? 0);
    }
  }
  return evidence;
}
