/** Whether the model may be downloaded unasked: not on a connection that costs by the byte, nor after it was removed. */
import type { OfferReason } from '../domain/engine-status';
import { type ChoiceStorage, readChoice, writeChoice } from './stored-choice';

/** Of `navigator.connection`, which only Chromium's browsers have. */
export interface Connection {
  saveData?: boolean;
  type?: string;
}

export interface DownloadConsent {
  /** Null when it may be downloaded. */
  offer(): OfferReason | null;
  /** A person asked for this version's download; it goes on at the next visit without another question. */
  agree(): void;
  /** A person removed the model: it does not come back by itself. */
  withdraw(): void;
}

const WITHDRAWN = 'removed';

/** @param connection as it is now, asked anew each time */
export function createDownloadConsent(
  storage: ChoiceStorage,
  modelVersion: string,
  connection: () => Connection | undefined,
): DownloadConsent {
  let choice = readChoice(storage, 'download');
  const choose = (chosen: string) => {
    choice = chosen;
    writeChoice(storage, 'download', chosen);
  };
  return {
    offer() {
      if (choice === WITHDRAWN) return 'removed';
      const { saveData, type } = connection() ?? {};
      return (saveData || type === 'cellular') && choice !== modelVersion ? 'metered' : null;
    },
    agree: () => choose(modelVersion),
    withdraw: () => choose(WITHDRAWN),
  };
}
