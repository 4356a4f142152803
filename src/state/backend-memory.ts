/** Which backend a person asked for and which one this device was measured to be fastest with, across visits. */
import {
  BACKEND_NAMES,
  BACKEND_PREFERENCES,
  BACKEND_REASONS,
  type BackendCandidate,
  type BackendPreference,
  type BackendReason,
  type BackendWish,
} from '../domain/engine-status';
import { type ChoiceStorage, readChoice, writeChoice } from './stored-choice';

/** What a measurement holds for: another browser version or model may be fastest elsewhere. */
export interface MeasuredWith {
  /** The browser's `navigator.userAgent`. */
  browser: string;
  modelVersion: string;
}

export interface BackendMemory {
  preference(): BackendPreference;
  /** Outlives the visit; the address's wish does not. */
  prefer(preference: BackendPreference): void;
  wish(): BackendWish;
  /** Keeps what came out of a measurement; what a person asked for is none. */
  keep(candidate: BackendCandidate): void;
}

const MEASURED: readonly BackendReason[] = ['fastest', 'wrong-numbers', 'no-answer'];

/** @param addressQuery of the page: `?backend=` beats the kept preference until another is chosen. */
export function createBackendMemory(
  storage: ChoiceStorage,
  measuredWith: MeasuredWith,
  addressQuery: string,
): BackendMemory {
  let preference =
    oneOf(BACKEND_PREFERENCES, new URLSearchParams(addressQuery).get('backend')) ??
    oneOf(BACKEND_PREFERENCES, readChoice(storage, 'backend')) ??
    'auto';
  return {
    preference: () => preference,
    prefer(chosen) {
      preference = chosen;
      writeChoice(storage, 'backend', chosen === 'auto' ? null : chosen);
    },
    wish: () => ({ preference, remembered: readMeasured(storage, measuredWith) }),
    keep({ name, reason }) {
      if (preference !== 'auto' || !MEASURED.includes(reason)) return;
      const { browser, modelVersion } = measuredWith;
      const value = JSON.stringify([browser, modelVersion, name, reason]);
      writeChoice(storage, 'measured-backend', value);
    },
  };
}

function readMeasured(
  storage: ChoiceStorage,
  { browser, modelVersion }: MeasuredWith,
): BackendCandidate | undefined {
  try {
    const kept: unknown = JSON.parse(readChoice(storage, 'measured-backend') ?? 'null');
    if (!Array.isArray(kept) || kept[0] !== browser || kept[1] !== modelVersion) return undefined;
    const name = oneOf(BACKEND_NAMES, kept[2]);
    const reason = oneOf(BACKEND_REASONS, kept[3]);
    return name && reason ? { name, reason } : undefined;
  } catch {
    return undefined; // not ours, or cut off
  }
}

function oneOf<Value extends string>(values: readonly Value[], found: unknown): Value | undefined {
  return values.find((value) => value === found);
}
