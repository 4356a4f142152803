/** In which order engines take their runs. Pure. */

/**
 * A B C A B C ...: what disturbs the machine for a while disturbs all engines alike, so that ratios
 * hold where times do not.
 */
export function interleaved<T>(engines: readonly T[], runs: number): T[] {
  return Array.from({ length: runs }, () => engines).flat();
}
