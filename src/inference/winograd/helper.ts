/** What a further thread of the engine does: waits for runs and takes its share of each. */
import { instantiateKernels } from './kernel-module';
import { planMemory } from './memory-plan';
import type { NetworkShape } from './network-shape';
import { runSchedule } from './schedule';
import { SharedTeam } from './team';

/** Everything a helper needs; can be posted to a thread as it is. */
export interface HelperStart {
  module: WebAssembly.Module;
  /** Shared. */
  memory: WebAssembly.Memory;
  network: NetworkShape;
  /** With the thread that asks. */
  threads: number;
  /** 1 for the first helper. */
  index: number;
}

/** Blocks its thread until the engine is disposed of. */
export function runHelper({ module, memory, network, threads, index }: HelperStart): void {
  const kernels = instantiateKernels(module, memory);
  const team = new SharedTeam(memory.buffer, index, threads);
  for (const photos of team.runs()) {
    runSchedule(kernels, planMemory(network, threads, photos), team, photos);
  }
}
