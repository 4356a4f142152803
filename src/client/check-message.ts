/** Whether what came from the worker is one of its messages. By hand: a first visitor pays for each byte of the page. */
import type { MessageFromWorker } from '../worker/protocol';

/** What the page would break on, and no more: the same build made both ends. */
export function isMessageFromWorker(data: unknown): data is MessageFromWorker {
  const message = fields(data);
  const { id, status, classification, failure } = message;
  switch (message.kind) {
    case 'alive':
    case 'model-info':
      return true;
    case 'start-thread':
      return message.port instanceof MessagePort;
    case 'status':
      return isStatus(fields(status));
    case 'result':
      return isAmount(id) && isClassification(fields(classification));
    case 'taught':
      return isAmount(id) && isAmount(fields(message.report).accuracyAfter);
    case 'not-taught':
    case 'failed':
      return isAmount(id) && isText(fields(failure).code);
    case 'cancelled':
      return isAmount(id);
    default:
      return false;
  }
}

function isStatus({ kind, downloadedBytes, totalBytes, photoMs, backend, kept, failure }: Fields) {
  switch (kind) {
    case 'offered':
    case 'downloading':
      return isAmount(downloadedBytes) && isAmount(totalBytes);
    case 'ready':
      return isAmount(photoMs) && isText(fields(backend).name) && isText(fields(kept).kind);
    case 'failed':
      return isText(fields(failure).code);
    default:
      return isText(kind);
  }
}

function isClassification({ ranking, verdict, evidence, sight }: Fields): boolean {
  return (
    Array.isArray(ranking) &&
    ranking.length > 0 &&
    ranking.map(fields).every(({ id, probability }) => isText(id) && isAmount(probability)) &&
    isText(verdict) &&
    evidence instanceof Float32Array &&
    fields(sight).embedding instanceof Float32Array
  );
}

const isText = (value: unknown) => typeof value === 'string';

/** Neither NaN, infinite nor negative. */
const isAmount = (value: unknown) => Number.isFinite(value) && Number(value) >= 0;

type Fields = Record<string, unknown>;

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
