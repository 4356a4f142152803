/** What a person has decided about how Pilah looks and behaves; backend and the download's consent have their own. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ChoiceName, type ChoiceStorage, readChoice, writeChoice } from './stored-choice';

/** Each with what holds until a person decides. */
const SWITCHES = {
  /** A photo is sorted as soon as it lies on the table, without the button. */
  classifyAtOnce: { name: 'classify-at-once', isOn: false },
  keepHistory: { name: 'keep-history', isOn: true },
  /** Corrections change later answers on this device. */
  teach: { name: 'teach', isOn: false },
  /** Shown with unsure answers until they were read. */
  photoTips: { name: 'photo-tips', isOn: true },
} as const satisfies Record<string, { name: ChoiceName; isOn: boolean }>;

export type SettingName = keyof typeof SWITCHES;
export type Settings = Record<SettingName, boolean>;

/** Null follows browser, system and device. */
export interface Choices {
  language: string | null;
  theme: string | null;
  /** A number, or as many as are good. */
  threads: string | null;
}

export interface SettingsState extends Settings, Choices {
  set: (name: SettingName, isOn: boolean) => void;
  choose: (name: keyof Choices, value: string | null) => void;
}

export type SettingsStore = StoreApi<SettingsState>;

export function createSettingsStore(storage: ChoiceStorage): SettingsStore {
  const read = (setting: SettingName) => {
    const { name, isOn } = SWITCHES[setting];
    const kept = readChoice(storage, name);
    return kept === null ? isOn : kept === 'on';
  };
  return createStore<SettingsState>()((set) => ({
    classifyAtOnce: read('classifyAtOnce'),
    keepHistory: read('keepHistory'),
    teach: read('teach'),
    photoTips: read('photoTips'),
    language: readChoice(storage, 'language'),
    theme: readChoice(storage, 'theme'),
    threads: readChoice(storage, 'threads'),
    set: (setting, isOn) => {
      writeChoice(storage, SWITCHES[setting].name, isOn ? 'on' : 'off');
      set({ [setting]: isOn });
    },
    choose: (name, value) => {
      writeChoice(storage, name, value);
      set({ [name]: value });
    },
  }));
}
