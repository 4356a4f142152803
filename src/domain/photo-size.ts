/** Side of the square that the network sees, in pixels: Table I of the paper. */
export const PHOTO_SIZE = 224;
