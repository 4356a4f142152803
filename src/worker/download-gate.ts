/** Whether the model may be downloaded: shut until a person agrees, and shut again when they stop it. */
import type { OfferReason } from '../domain/engine-status';

export class DownloadGate {
  /** Why it is shut. */
  #reason: OfferReason | undefined;
  #shutting = new AbortController();
  #openers: (() => void)[] = [];

  /** Undefined while it is open. */
  get reason(): OfferReason | undefined {
    return this.#reason;
  }

  /** Aborted when the gate is shut next. Take it while the gate is open. */
  get signal(): AbortSignal {
    return this.#shutting.signal;
  }

  open(): void {
    if (this.#reason === undefined) return;
    this.#reason = undefined;
    this.#shutting = new AbortController();
    for (const open of this.#openers.splice(0)) open();
  }

  shut(reason: OfferReason): void {
    this.#reason = reason;
    this.#shutting.abort();
  }

  /** Also ends when the signal is aborted, whose owner then looks at it. */
  async whenOpen(signal: AbortSignal): Promise<void> {
    while (this.#reason !== undefined && !signal.aborted) {
      await new Promise<void>((resolve) => {
        this.#openers.push(resolve);
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    }
  }
}
