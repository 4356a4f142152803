/** The page's one store: what the engine does, which photo lies on the table, what went wrong, and all actions on them. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ClassifierClient } from '../client/classifier-client';
import type { Classification } from '../domain/classification';
import { CodedError, type ErrorCode, toCodedFailure } from '../domain/coded-error';
import type { BackendPreference, EngineStatus } from '../domain/engine-status';
import { sniffFormat } from '../domain/image-format';
import type { ModelInfo } from '../domain/model-info';
import { countOutcomes, EMPTY_QUEUE, type PhotoQueue } from '../domain/photo-queue';
import type { BackendMemory } from './backend-memory';
import type { DownloadConsent } from './download-consent';
import { type ChosenPhoto, chosenPhoto, type PhotoAlert, type PhotoState } from './photo-state';
import { createQueueRunner, type QueueActions } from './queue-runner';

export interface PilahState {
  engine: EngineStatus;
  /** Where a person wants it to compute. */
  backendPreference: BackendPreference;
  /** Null until the manifest has been read. */
  modelInfo: ModelInfo | null;
  /** The one on the table. */
  photo: PhotoState;
  /** Several at once lie here. */
  queue: PhotoQueue;
  alert: PhotoAlert | null;
  /** Never changes, so that taking it redraws nothing. */
  actions: PilahActions;
}

export interface PilahActions {
  /** Loads the model the first time that a screen needs it; later calls do nothing. */
  ensureModel: () => void;
  retryModel: () => void;
  /** A person wants the model on this device, whatever that costs. */
  downloadModel: () => void;
  stopDownload: () => void;
  removeModel: () => void;
  /** Has what the browser deleted meanwhile stored again. */
  checkKept: () => void;
  /** Goes on with what the network kept from coming. */
  connectionIsBack: () => void;
  /** Loads the model there at once. Ignored while a photo is being classified. */
  preferBackend: (preference: BackendPreference) => void;
  /**
   * Files as dropped or chosen. One goes on the table, if it is a JPEG or PNG; else what lies there
   * stays. Several go into the queue as they are, so that five hundred are there at once.
   */
  choose: (files: readonly File[]) => Promise<void>;
  chooseSample: (name: string) => Promise<void>;
  /** The photo on the table, and all that wait in the queue. */
  classify: () => Promise<void>;
  /** Puts a photo of the queue on the table, with its answer if there is one. */
  openQueued: (id: number) => void;
  queue: Omit<QueueActions, 'add'>;
  cancel: () => void;
  dismissAlert: () => void;
}

export type PilahStore = StoreApi<PilahState>;

export interface EngineListeners {
  onStatus: (status: EngineStatus) => void;
  onModelInfo: (info: ModelInfo) => void;
}

export interface PilahStoreOptions {
  /** The client is made here because it reports into the store. */
  connect: (listeners: EngineListeners) => ClassifierClient;
  backends: Pick<BackendMemory, 'preference' | 'prefer' | 'keep'>;
  consent: Pick<DownloadConsent, 'agree' | 'withdraw'>;
  /** Asks the browser not to delete the model by itself. Firefox asks the person, hence only after an answer. */
  askToPersist: () => void;
  fetchSample: (name: string) => Promise<File>;
  /** Makes and frees previews: `URL` in a browser. */
  objectUrls: Pick<typeof URL, 'createObjectURL' | 'revokeObjectURL'>;
}

/** More than the longest signature that `sniffFormat` knows. */
const SNIFFED_BYTES = 16;

export function createPilahStore({
  connect,
  backends,
  consent,
  askToPersist,
  fetchSample,
  objectUrls,
}: PilahStoreOptions) {
  return createStore<PilahState>()((set, get) => {
    const client = connect({
      onStatus: (engine) => {
        if (engine.kind === 'ready') backends.keep(engine.backend);
        set({ engine });
      },
      onModelInfo: (modelInfo) => set({ modelInfo }),
    });
    let isModelAsked = false;
    let isPersistAsked = false;
    let job: AbortController | undefined;
    let choices = 0;
    let alerts = 0;

    function alert(code: ErrorCode): void {
      alerts += 1;
      set({ alert: { code, serial: alerts } });
    }

    function load(): void {
      isModelAsked = true;
      set({ engine: { kind: 'starting' } });
      client.load();
    }

    async function answer(file: File, signal: AbortSignal): Promise<Classification> {
      const classification = await client.classify(file, signal);
      if (!isPersistAsked) askToPersist();
      isPersistAsked = true;
      return classification;
    }

    function putOnTable(file: File): void {
      job?.abort();
      const old = chosenPhoto(get().photo);
      if (old) objectUrls.revokeObjectURL(old.previewUrl);
      const previewUrl = objectUrls.createObjectURL(file);
      set({ photo: { kind: 'chosen', file, previewUrl }, alert: null });
    }

    /** Reading takes time: of two choices in a row only the later one counts. */
    async function take(open: () => Promise<File>): Promise<void> {
      choices += 1;
      const choice = choices;
      let outcome: File | ErrorCode;
      try {
        const file = await open();
        await checkFormat(file);
        outcome = file;
      } catch (error) {
        outcome = toCodedFailure(error, 'file-unreadable').code;
      }
      if (choice !== choices) return;
      if (typeof outcome === 'string') alert(outcome);
      else putOnTable(outcome);
    }

    async function classify(): Promise<void> {
      const { photo, engine } = get();
      const chosen = chosenPhoto(photo);
      const isQueueWaiting = countOutcomes(get().queue).waiting > 0;
      if (!chosen && !isQueueWaiting) return alert('no-photo');
      if (photo.kind === 'classifying') return;
      if (engine.kind === 'failed') load();
      set({ alert: null });
      if (isQueueWaiting) queue.start();
      // An answer that is there already stays while the others are worked on.
      if (chosen && !(isQueueWaiting && photo.kind === 'done')) await classifyOnTable(chosen);
    }

    async function classifyOnTable(chosen: ChosenPhoto): Promise<void> {
      const current = new AbortController();
      job = current;
      set({ photo: { kind: 'classifying', ...chosen } });
      try {
        const classification = await answer(chosen.file, current.signal);
        if (!current.signal.aborted) set({ photo: { kind: 'done', ...chosen, classification } });
      } catch (error) {
        // Whoever aborted has already put something else on the table.
        if (current.signal.aborted) return;
        const failure = toCodedFailure(error, 'inference-failed');
        set({ photo: { kind: 'failed', ...chosen, failure } });
      }
    }

    const queue = createQueueRunner({
      get: () => get().queue,
      set: (changed) => set({ queue: changed }),
      classify: async (file, signal) => {
        await checkFormat(file);
        return answer(file, signal);
      },
      nowMs: () => performance.now(),
    });

    return {
      engine: { kind: 'starting' },
      backendPreference: backends.preference(),
      modelInfo: null,
      photo: { kind: 'none' },
      queue: EMPTY_QUEUE,
      alert: null,
      actions: {
        ensureModel: () => {
          if (!isModelAsked) load();
        },
        retryModel: load,
        downloadModel: () => {
          consent.agree();
          if (get().engine.kind === 'ready') client.load();
          else load();
        },
        stopDownload: client.stopDownload,
        removeModel: () => {
          consent.withdraw();
          client.removeModel();
        },
        checkKept: () => {
          if (get().engine.kind === 'ready') client.load();
        },
        connectionIsBack: () => {
          const { engine } = get();
          if (engine.kind === 'failed' && isAboutNetwork(engine.failure.code)) load();
          if (engine.kind === 'ready' && engine.kept.kind === 'failed') client.load();
        },
        preferBackend: (backendPreference) => {
          if (get().photo.kind === 'classifying') return;
          backends.prefer(backendPreference);
          isModelAsked = true;
          set({ backendPreference, engine: { kind: 'starting' } });
          client.restart();
        },
        choose: async (files) => {
          const [file] = files;
          if (!file) return;
          if (files.length === 1) return take(async () => file);
          queue.add(files);
          set({ alert: null });
        },
        chooseSample: (name) => take(() => fetchSample(name)),
        classify,
        openQueued: (id) => {
          const item = get().queue.items.find((candidate) => candidate.id === id);
          if (!item) return;
          putOnTable(item.file);
          const chosen = chosenPhoto(get().photo);
          const { outcome } = item;
          if (!chosen || outcome.kind === 'waiting' || outcome.kind === 'classifying') return;
          set({ photo: { ...chosen, ...outcome } });
        },
        queue: {
          ...queue,
          start: () => {
            if (get().engine.kind === 'failed') load();
            queue.start();
          },
          retryFailed: () => {
            if (get().engine.kind === 'failed') load();
            queue.retryFailed();
          },
        },
        cancel: () => {
          const { photo } = get();
          if (photo.kind !== 'classifying') return;
          job?.abort();
          set({ photo: { ...photo, kind: 'chosen' } });
        },
        dismissAlert: () => set({ alert: null }),
      },
    };
  });
}

function isAboutNetwork(code: ErrorCode): boolean {
  return code === 'model-unreachable' || code === 'model-stalled';
}

async function checkFormat(file: File): Promise<void> {
  const start = new Uint8Array(await file.slice(0, SNIFFED_BYTES).arrayBuffer());
  if (!sniffFormat(start)) throw new CodedError('not-jpeg-or-png', file.name);
}
