/** What callers get of an answer: the domain's terms, cut to what was asked for. */
import type { Classification, Verdict } from '../domain/classification';
import { topClass } from '../domain/classification';
import { evidenceFor } from '../domain/evidence';
import { WASTE_CLASS_IDS, type WasteClassId } from '../domain/waste-class';

/** One class of the ranking. */
export interface ClassProbability {
  class: WasteClassId;
  /** Calibrated, 0 to 1; those of all nine classes sum to 1. */
  probability: number;
}

/** How much each place of the photo speaks for each class. */
export type EvidenceMaps = Record<WasteClassId, Float32Array>;

/** The answer for one photo. */
export interface Result extends ClassProbability {
  /** How far `class` is to be believed: `sure`, `unsure`, or `not-waste` where no class stands out. */
  verdict: Verdict;
  /** The most probable classes, that of the answer first: all nine, or as many as `topK` says. */
  ranking: readonly ClassProbability[];
  /** Milliseconds from pixels to probabilities, without decoding. */
  elapsedMs: number;
  /**
   * Where `evidence` was asked for: for each class 49 numbers, 7 × 7 places row by row from the top left, in units of
   * logits. Above zero a place speaks for that class more than for the nine on average.
   */
  evidence?: EvidenceMaps;
}

/** How an answer is wanted. */
export interface ResultOptions {
  /** How many classes the ranking holds, 1 to 9. Nine unless given. */
  topK?: number | undefined;
  /** Whether the answer says which places of the photo it comes from. */
  evidence?: boolean | undefined;
}

export function toResult(
  { ranking, verdict, evidence, elapsedMs }: Classification,
  { topK = WASTE_CLASS_IDS.length, evidence: isWanted = false }: ResultOptions,
): Result {
  const { id, probability } = topClass({ ranking });
  return {
    class: id,
    probability,
    verdict,
    ranking: ranking.slice(0, topK).map((ranked) => ({
      class: ranked.id,
      probability: ranked.probability,
    })),
    elapsedMs,
    ...(isWanted ? { evidence: mapsOf(evidence) } : {}),
  };
}

function mapsOf(evidence: Classification['evidence']): EvidenceMaps {
  const maps = WASTE_CLASS_IDS.map((id) => [id, evidenceFor(evidence, id)]);
  // Of a list of nine ids come nine keys, which the library's type does not know.
  return Object.fromEntries(maps) as EvidenceMaps;
}
