/** Sizes that kernels and schedule agree on. Channels come in blocks of 64 throughout. */

/** Channels in a block of activations, and on each side of a weight chunk. */
export const BLOCK = 64;
export const FLOAT_BYTES = 4;
export const VECTOR_BYTES = 16;

/** One pixel or tile of one channel block. */
export const BLOCK_BYTES = BLOCK * FLOAT_BYTES;

/** Output channels that the micro-kernel computes at once: two vectors. */
export const PANEL = 8;
export const PANEL_BYTES = PANEL * FLOAT_BYTES;
export const PANELS = BLOCK / PANEL;

export const TAPS = 9;

/** The codes of one input and a panel of outputs: nine taps × 8 bytes. */
export const CODE_ROW_BYTES = TAPS * PANEL;
/** The codes of a chunk: `[panel][64 inputs][tap][8 outputs]`, in the order in which they are transformed. */
export const CODE_CHUNK_BYTES = PANELS * BLOCK * CODE_ROW_BYTES;

/** A panel of transformed weights: 64 inputs × 8 outputs. */
export const WEIGHT_PANEL_BYTES = BLOCK * PANEL_BYTES;

/**
 * What is added to a distance between positions that would be a multiple of 4 KiB: such distances
 * fall into one set of the first-level cache, and the transforms write all positions in turn.
 */
export const ALIASING_PAD_BYTES = 64;

/** Distance between the positions of a transformed weight chunk (64 × 64). */
export const WEIGHT_POSITION_BYTES = PANELS * WEIGHT_PANEL_BYTES + ALIASING_PAD_BYTES;

/** Tiles (or pixels) that the micro-kernel holds in registers at most: 12 accumulators with two vectors of outputs. */
export const MAX_TILES_AT_ONCE = 6;

/** Scratch memory that a transform needs for one tile: 8 × 8 and 6 × 6 vectors. */
export const SCRATCH_BYTES = (64 + 36) * VECTOR_BYTES;
