/** A result as a picture: the photo, drawn anew so that no metadata goes with it, and lines of words under it. */

const WIDTH = 1080;
const PHOTO_HEIGHT = 810;
const MARGIN = 48;
const LINE_HEIGHT = 64;
const FONTS = ['700 52px system-ui, sans-serif', '36px system-ui, sans-serif'] as const;
const PAPER = '#faf6f1';
const INK = '#2a1f2b';
const JPEG_QUALITY = 0.9;

/**
 * @param lines the first one large; all of them wrapped to the width
 * @throws where the browser cannot draw the photo
 */
export async function drawResultPicture(photoUrl: string, lines: readonly string[]): Promise<Blob> {
  const photo = new Image();
  photo.src = photoUrl;
  await photo.decode();
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const wrapped = lines.flatMap((line, index) => {
    const font = FONTS[index === 0 ? 0 : 1];
    context.font = font;
    return wrap(line, (words) => context.measureText(words).width).map((text) => ({ font, text }));
  });
  canvas.width = WIDTH;
  canvas.height = PHOTO_HEIGHT + 2 * MARGIN + wrapped.length * LINE_HEIGHT;
  context.fillStyle = PAPER;
  context.fillRect(0, 0, canvas.width, canvas.height);
  const scale = Math.min(WIDTH / photo.naturalWidth, PHOTO_HEIGHT / photo.naturalHeight);
  const [width, height] = [photo.naturalWidth * scale, photo.naturalHeight * scale];
  context.drawImage(photo, (WIDTH - width) / 2, (PHOTO_HEIGHT - height) / 2, width, height);
  context.fillStyle = INK;
  context.textBaseline = 'middle';
  for (const [index, { font, text }] of wrapped.entries()) {
    context.font = font;
    context.fillText(text, MARGIN, PHOTO_HEIGHT + MARGIN + (index + 0.5) * LINE_HEIGHT);
  }
  return new Promise((resolve, reject) => {
    const take = (blob: Blob | null) => (blob ? resolve(blob) : reject(new Error('no picture')));
    canvas.toBlob(take, 'image/jpeg', JPEG_QUALITY);
  });
}

/** Words to lines no wider than the picture; a word that is too long has a line of its own. */
function wrap(text: string, widthOf: (words: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (line && widthOf(longer) > WIDTH - 2 * MARGIN) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
