/** Which classes an unsure answer names: those that the network takes seriously, two at least and three at most. */

/** A third class below this share would only confuse. */
const WORTH_NAMING = 0.1;

/** @param ranking most probable first */
export function candidates<Ranked extends { probability: number }>(
  ranking: readonly Ranked[],
): Ranked[] {
  return ranking
    .slice(0, 3)
    .filter(({ probability }, place) => place < 2 || probability >= WORTH_NAMING);
}
