/** Reads the whole lines of a file, with where each ends; half a line at the end is left out. */
import { createReadStream } from 'node:fs';

const LINE_FEED = 0x0a;

export async function* readLines(file: string): AsyncGenerator<{ text: string; endBytes: number }> {
  let rest: Buffer = Buffer.alloc(0);
  let endBytes = 0;
  for await (const chunk of createReadStream(file)) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    let start = 0;
    for (let end = rest.indexOf(LINE_FEED); end >= 0; end = rest.indexOf(LINE_FEED, start)) {
      const text = rest.toString('utf8', start, end);
      endBytes += end + 1 - start;
      start = end + 1;
      yield { text, endBytes };
    }
    rest = rest.subarray(start);
  }
}
