import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../domain/coded-error';
import { WASTE_CLASS_IDS } from '../domain/waste-class';
import { type Cards, cardOf } from './cards';
import { addLanguage, addScreenWords, createI18n } from './i18n';
import { firstLanguage, LANGUAGES, type Language } from './language';
import { type FirstWords, loadWords, type ScreenWords, type Words } from './words';

type Tree = { readonly [key: string]: string | Tree };
interface LanguageFile {
  firstWords: FirstWords;
  messages: Words;
  screenMessages: ScreenWords;
  cards: Cards;
}

const FILES = import.meta.glob<LanguageFile>('./languages/*.ts', { eager: true });
const PLURAL = /_(zero|one|two|few|many|other)$/;

function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') texts.set(prefix + key, value);
    else for (const entry of flatten(value, `${prefix}${key}.`)) texts.set(...entry);
  }
  return texts;
}

const languageOf = (code: string) => firstLanguage(code, []);
const fileOf = (language: Language) => {
  const file = FILES[`./languages/${language}.ts`];
  if (!file) throw new Error(`no file for ${language}`);
  return file;
};
const textsOf = (language: Language) => {
  const { messages, screenMessages } = fileOf(language);
  // as: the messages are strings and objects of strings
  return new Map([...flatten(messages as Tree), ...flatten(screenMessages as Tree)]);
};
const indonesian = textsOf(languageOf('id'));
const withoutForms = (keys: Iterable<string>) =>
  new Set([...keys].map((key) => key.replace(PLURAL, '')));
const digitsOf = (text: string) => (text.match(/\d/g) ?? []).sort().join('');
const placeholders = (text = '') => (text.match(/{{\w+}}/g) ?? []).sort();

/** All of the page's code but tests and the languages themselves. */
function pageCode(): string {
  const root = fileURLToPath(new URL('..', import.meta.url));
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .filter((path) => !/content[\\/]languages/.test(path))
    .map((path) => readFileSync(root + path, 'utf8'))
    .join('\n');
}

/** Keys in the code: `t('a.b')` as it stands, and templates such as t(`a.${b}.c`) as a pattern. */
function usedKeys(code: string) {
  const literals = new Set([...code.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key = '']) => key));
  const patterns = [...code.matchAll(/\bt\(\s*`([^`]+)`/g)].map(
    ([, template = '']) =>
      new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`),
  );
  return { literals, patterns };
}

describe.each(LANGUAGES)('the words of %s', (language) => {
  const texts = textsOf(language);

  it('have the keys of the Indonesian ones', () => {
    expect([...withoutForms(texts.keys())].sort()).toEqual(
      [...withoutForms(indonesian.keys())].sort(),
    );
  });

  it('have each plural form of this language, and no other', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort();
    const plurals = withoutForms([...texts.keys()].filter((key) => PLURAL.test(key)));
    expect(plurals.size).toBeGreaterThan(0);
    for (const key of plurals) {
      const own = [...texts.keys()].filter((other) => other.replace(PLURAL, '') === key);
      expect(own.sort(), key).toEqual(forms.map((form) => `${key}_${form}`));
    }
  });

  it('fill the same gaps as the Indonesian ones', () => {
    for (const [key, text] of indonesian) {
      expect(placeholders(texts.get(key)), key).toEqual(placeholders(text));
    }
  });

  it('have no empty text', () => {
    expect([...texts.values()].filter((text) => text.trim() === '')).toEqual([]);
  });

  it('have a sentence for each error', () => {
    for (const code of ERROR_CODES) expect(texts.has(`errors.${code}`), code).toBe(true);
  });

  it('begin with what index.html says', () => {
    const { firstWords, messages } = fileOf(language);
    expect(messages.sort).toMatchObject(firstWords);
  });

  it.each(WASTE_CLASS_IDS)('say as much about %s as the Indonesian card', (wasteClass) => {
    const [own, first] = [language, languageOf('id')].map((code) => {
      const card = fileOf(code).cards[wasteClass];
      return {
        belongs: card.belongs.length,
        belongsNot: card.belongsNot.length,
        dangers: card.dangers.length,
        // The abbreviation B3 is Indonesian only; every other digit is part of a figure.
        facts: card.facts.map(({ text }) => digitsOf(text.replaceAll('B3', ''))),
      };
    });
    expect(own).toEqual(first);
  });

  it('name a source for each fact', () => {
    const { cards } = fileOf(language);
    const facts = WASTE_CLASS_IDS.flatMap((wasteClass) => cards[wasteClass].facts);
    expect(facts.every(({ source }) => source.length > 5)).toBe(true);
  });
});

describe('the keys', () => {
  const { literals, patterns } = usedKeys(pageCode());
  const keys = withoutForms(indonesian.keys());

  it('that the code asks for are all there', () => {
    expect([...literals].filter((key) => !keys.has(key))).toEqual([]);
  });

  it('that are there are all asked for', () => {
    const isUsed = (key: string) =>
      literals.has(key) || patterns.some((pattern) => pattern.test(key));
    expect([...keys].filter((key) => !isUsed(key))).toEqual([]);
  });
});

it("keeps the paper's texts word for word", () => {
  expect(indonesian.get('errors.no-photo')).toBe('silakan upload gambar limbah anda');
  expect(indonesian.get('errors.not-jpeg-or-png')).toBe(
    'Kita hanya menerima file gambar berupa .jpeg .jpg or .png extensions',
  );
  expect(indonesian.get('sort.classify')).toBe('Klasifikasikan Limbah Anda');
});

describe('createI18n', () => {
  const [id, en] = [languageOf('id'), languageOf('en')];

  it('speaks its language at once, and another when it has come', async () => {
    const i18n = createI18n(id, await loadWords(id));
    expect(i18n.t('sort.classify')).toBe('Klasifikasikan Limbah Anda');
    await addLanguage(i18n, en);
    await i18n.changeLanguage(en);
    expect(i18n.t('sort.classify')).toBe('Classify Your Waste');
    expect(i18n.t('sort.preview', { name: '<a>&.jpg' })).toBe('The chosen photo: <a>&.jpg');
    expect(cardOf('glass', en)).toEqual(fileOf(en).cards.glass);
  });

  it('has the words of other screens when they are wanted, then in the next language too', async () => {
    const i18n = createI18n(id, await loadWords(id));
    await addScreenWords(i18n);
    expect(i18n.t('guide.back')).toBe(fileOf(id).screenMessages.guide.back);
    await addLanguage(i18n, en);
    await i18n.changeLanguage(en);
    expect(i18n.t('guide.back')).toBe('All kinds');
    expect(i18n.t('guide.title')).toBe('A guide to nine kinds of waste');
  });

  it('has them too when a screen was opened while the language was on its way', async () => {
    const i18n = createI18n(id, await loadWords(id));
    const language = addLanguage(i18n, en);
    await addScreenWords(i18n);
    await language;
    await i18n.changeLanguage(en);
    expect(i18n.t('guide.back')).toBe('All kinds');
  });

  it('counts as the language does', async () => {
    const english = createI18n(en, await loadWords(en));
    await addScreenWords(english);
    expect(english.t('queue.title', { count: 1, n: '1' })).toBe('1 photo in the queue');
    expect(english.t('queue.title', { count: 500, n: '500' })).toBe('500 photos in the queue');
    const indonesian = createI18n(id, await loadWords(id));
    await addScreenWords(indonesian);
    expect(indonesian.t('queue.title', { count: 1, n: '1' })).toBe('1 foto dalam antrean');
  });
});

it('says that a language did not come', async () => {
  // as: no visitor can choose this one
  await expect(loadWords('xx' as Language)).rejects.toMatchObject({ code: 'part-unreachable' });
});
