/** The page's one store: what the engine does, which photo lies on the table, what went wrong, and all actions on them. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ClassifierClient } from '../client/classifier-client';
import type { Classification } from '../domain/classification';
import { type ErrorCode, toCodedFailure } from '../domain/coded-error';
import type { BackendPreference, EngineStatus } from '../domain/engine-status';
import type { ModelInfo } from '../domain/model-info';
import { countOutcomes, EMPTY_QUEUE, type PhotoQueue } from '../domain/photo-queue';
import type { BackendMemory } from './backend-memory';
import type { DownloadConsent } from './download-consent';
import { type ChosenPhoto, chosenPhoto, type PhotoAlert, type PhotoState } from './photo-state';
import { createPhotoTaker, type PhotoTakerOptions } from './photo-taker';
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
  /** With what was decided meanwhile about how it computes. As `preferBackend`. */
  restartModel: () => void;
  /** See ClassifierClient. */
  teach: ClassifierClient['teach'];
  /**
   * Files as dropped or chosen. One goes on the table, if it is a whole photo; else what lies there
   * stays. Several go into the queue as they are, so that five hundred are there at once.
   */
  choose: (files: readonly File[]) => Promise<void>;
  chooseSample: (name: string) => Promise<void>;
  /** For whoever draws photos of the queue: see PhotoTakerOptions. */
  checkPhoto: (file: File) => Promise<Blob>;
  /** The photo on the table, and all that wait in the queue. */
  classify: () => Promise<void>;
  /** Puts a photo of the queue on the table, with its answer if there is one. A broken one is told, and stays where it is. */
  openQueued: (id: number) => Promise<void>;
  queue: Omit<QueueActions, 'add'>;
  cancel: () => void;
  dismissAlert: () => void;
}

export type PilahStore = StoreApi<PilahState>;

export interface EngineListeners {
  onStatus: (status: EngineStatus) => void;
  onModelInfo: (info: ModelInfo) => void;
}

export interface PilahStoreOptions extends PhotoTakerOptions {
  /** The client is made here because it reports into the store. */
  connect: (listeners: EngineListeners) => ClassifierClient;
  backends: Pick<BackendMemory, 'preference' | 'prefer' | 'keep'>;
  consent: Pick<DownloadConsent, 'agree' | 'withdraw'>;
  /** Asks the browser not to delete the model by itself. Firefox asks the person, hence only after an answer. */
  askToPersist: () => void;
  /** Whether photos are sorted as soon as they are there, without the button. */
  isAtOnce: () => boolean;
  /** Told of each answer, of the table and of the queue; must neither throw nor take time. */
  onAnswer: (photo: Blob, classification: Classification) => void;
  fetchSample: (name: string) => Promise<File>;
}

export function createPilahStore({
  connect,
  backends,
  consent,
  askToPersist,
  onAnswer,
  isAtOnce,
  fetchSample,
  checkPhoto,
  decodePhoto,
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

    function restart(): void {
      if (get().photo.kind === 'classifying') return;
      isModelAsked = true;
      set({ engine: { kind: 'starting' } });
      client.restart();
    }

    async function answer(photo: Blob, signal?: AbortSignal): Promise<Classification> {
      const classification = await client.classify(photo, signal);
      if (!isPersistAsked) askToPersist();
      isPersistAsked = true;
      if (!signal?.aborted) onAnswer(photo, classification);
      return classification;
    }

    function putOnTable(chosen: ChosenPhoto): void {
      job?.abort();
      const old = chosenPhoto(get().photo);
      if (old) objectUrls.revokeObjectURL(old.previewUrl);
      set({ photo: { kind: 'chosen', ...chosen }, alert: null });
    }

    const { take, taking } = createPhotoTaker({
      checkPhoto,
      decodePhoto,
      objectUrls,
      onTaken: putOnTable,
      onRefused: alert,
    });

    async function classify(): Promise<void> {
      const { photo, engine } = get();
      const chosen = chosenPhoto(photo);
      const isQueueWaiting = countOutcomes(get().queue).waiting > 0;
      if (!chosen && !isQueueWaiting) return alert('no-photo');
      if (photo.kind === 'classifying') return;
      if (engine.kind === 'failed') load();
      set({ alert: null });
      if (isQueueWaiting) startQueue();
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

    async function takeAndSort(open: () => Promise<File>): Promise<void> {
      const chosen = (await take(open)) && chosenPhoto(get().photo);
      if (!chosen || !isAtOnce()) return;
      if (get().engine.kind === 'failed') load();
      await classifyOnTable(chosen);
    }

    function startQueue(): void {
      if (get().engine.kind === 'failed') load();
      queue.start();
    }

    const queue = createQueueRunner({
      get: () => get().queue,
      set: (changed) => set({ queue: changed }),
      classify: answer,
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
          set({ backendPreference });
          restart();
        },
        restartModel: restart,
        teach: client.teach,
        choose: async (files) => {
          const [file] = files;
          if (!file) return;
          if (files.length === 1) {
            await takeAndSort(async () => file);
            return;
          }
          queue.add(files);
          set({ alert: null });
          if (isAtOnce()) startQueue();
        },
        chooseSample: async (name) => {
          await takeAndSort(() => fetchSample(name));
        },
        checkPhoto,
        classify: async () => {
          // Pressed sooner than the photo was read: that one is meant, and if it is refused its alert stays.
          const reading = taking();
          if (!reading || (await reading)) await classify();
        },
        openQueued: async (id) => {
          const find = () => get().queue.items.find((candidate) => candidate.id === id);
          const item = find();
          if (!item) return;
          if (!(await take(async () => item.file))) return;
          const chosen = chosenPhoto(get().photo);
          // As it is now: it may have been answered meanwhile.
          const outcome = find()?.outcome;
          if (!chosen || (outcome?.kind !== 'done' && outcome?.kind !== 'failed')) return;
          set({ photo: { ...chosen, ...outcome } });
        },
        queue: {
          ...queue,
          start: startQueue,
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
