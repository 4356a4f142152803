/** Which classes an unsure answer names: those that the network takes seriously, two at least and three at most. */
import type { RankedClass } from '../domain/classification';

/** A third class below this share would only confuse. */
const WORTH_NAMING = 0.1;

export function candidates(ranking: readonly RankedClass[]): RankedClass[] {
  return ranking
    .slice(0, 3)
    .filter(({ probability }, place) => place < 2 || probability >= WORTH_NAMING);
}
