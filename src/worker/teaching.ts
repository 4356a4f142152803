/** What was taught on this device, for whichever engine answers: learnt in the order in which it was asked for. */
import { CodedError } from '../domain/coded-error';
import { parseCheckPhotos, type TeachReport } from '../domain/lesson';
import { MODEL_VERSION } from '../domain/model-version';
import { type Taught, teach } from '../inference/taught';
import type { RequestToWorker } from './protocol';

type TeachRequest = Extract<RequestToWorker, { kind: 'teach' }>;

export class Teaching {
  private last: Promise<unknown> = Promise.resolve();
  private taught: Taught | null = null;
  private checkPhotos: ReturnType<typeof fetchCheckPhotos> | undefined;

  /** Rejects with `part-unreachable`; what was taught before then stays. */
  learn({ lessons, checkPhotosUrl }: TeachRequest): Promise<TeachReport> {
    const learning = this.last.then(async () => {
      if (lessons.length === 0) {
        this.taught = null;
        return { accuracyBefore: 1, accuracyAfter: 1, isUndone: false };
      }
      this.checkPhotos ??= fetchCheckPhotos(checkPhotosUrl);
      const check = await this.checkPhotos.catch((error) => {
        this.checkPhotos = undefined;
        throw error;
      });
      const { taught, ...report } = teach(lessons, check);
      if (!report.isUndone) this.taught = taught;
      return report;
    });
    this.last = learning.catch(() => {});
    return learning;
  }

  /** As it is once all that was asked for is learnt. */
  async now(): Promise<Taught | null> {
    await this.last;
    return this.taught;
  }
}

async function fetchCheckPhotos(url: string) {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`status ${response.status}`);
    return parseCheckPhotos(await response.text(), MODEL_VERSION);
  } catch (cause) {
    throw new CodedError('part-unreachable', String(cause), { cause });
  }
}
