/** A further thread of Pilah's engine. */
import { type HelperStart, runHelper } from '../../src/inference/winograd/helper';

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = ({ data }: MessageEvent<HelperStart>) => runHelper(data);
