/** A further thread of the engine: takes its share of each photo until the engine is disposed of. */
import { type HelperStart, runHelper } from '../inference/winograd/helper';

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = ({ data: port }: MessageEvent<MessagePort>) => {
  port.onmessage = ({ data: start }: MessageEvent<HelperStart>) => {
    runHelper(start);
    self.close();
  };
};
