import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../domain/coded-error';
import { WASTE_CLASS_IDS } from '../domain/waste-class';
import { classCard } from './class-cards';
import { en } from './en';
import { createI18n } from './i18n';
import { id } from './id';
import { LANGUAGES } from './language';

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') texts.set(prefix + key, value);
    else for (const entry of flatten(value, `${prefix}${key}.`)) texts.set(...entry);
  }
  return texts;
}

const indonesian = flatten(id);
const english = flatten(en);
const digitsOf = (text: string) => (text.match(/\d/g) ?? []).sort().join('');
const placeholders = (text: string) => (text.match(/{{\w+}}/g) ?? []).sort();

/** All of the page's code but tests and the catalogues themselves. */
function pageCode(): string {
  const root = fileURLToPath(new URL('..', import.meta.url));
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .filter((path) => !/content[\\/](id|en|class-cards-\w+)\.ts$/.test(path))
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

describe('the catalogues', () => {
  const { literals, patterns } = usedKeys(pageCode());

  it('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...indonesian.keys()].sort());
  });

  it('fill the same gaps in both languages', () => {
    for (const [key, text] of indonesian) {
      expect(placeholders(english.get(key) ?? ''), key).toEqual(placeholders(text));
    }
  });

  it('have no empty text', () => {
    const texts = [...indonesian.values(), ...english.values()];
    expect(texts.filter((text) => text.trim() === '')).toEqual([]);
  });

  it('have every key that the code asks for', () => {
    expect([...literals].filter((key) => !indonesian.has(key))).toEqual([]);
  });

  it('have no key that nothing asks for', () => {
    const isUsed = (key: string) =>
      literals.has(key) || patterns.some((pattern) => pattern.test(key));
    expect([...indonesian.keys()].filter((key) => !isUsed(key))).toEqual([]);
  });

  it('have a sentence for each error', () => {
    for (const code of ERROR_CODES) expect(indonesian.has(`errors.${code}`), code).toBe(true);
  });

  it("keep the paper's texts word for word", () => {
    expect(id.errors['no-photo']).toBe('silakan upload gambar limbah anda');
    expect(id.errors['not-jpeg-or-png']).toBe(
      'Kita hanya menerima file gambar berupa .jpeg .jpg or .png extensions',
    );
    expect(id.sort.classify).toBe('Klasifikasikan Limbah Anda');
  });
});

describe('the explanation cards', () => {
  it.each(WASTE_CLASS_IDS)('say the same amount about %s in both languages', (wasteClass) => {
    const [first, second] = LANGUAGES.map((language) => classCard(language, wasteClass));
    const amounts = (card = first) => ({
      belongs: card?.belongs.length,
      belongsNot: card?.belongsNot.length,
      dangers: card?.dangers.length,
      // The abbreviation B3 is Indonesian only; every other digit is part of a figure.
      facts: card?.facts.map(({ text }) => digitsOf(text.replaceAll('B3', ''))),
    });
    expect(amounts(second)).toEqual(amounts(first));
  });

  it('name a source for each fact', () => {
    const facts = LANGUAGES.flatMap((language) =>
      WASTE_CLASS_IDS.flatMap((wasteClass) => classCard(language, wasteClass).facts),
    );
    expect(facts.every(({ source }) => source.length > 5)).toBe(true);
  });
});

describe('createI18n', () => {
  it('speaks its language at once, and changes it', async () => {
    const i18n = createI18n('id');
    expect(i18n.t('sort.classify')).toBe('Klasifikasikan Limbah Anda');
    await i18n.changeLanguage('en');
    expect(i18n.t('sort.classify')).toBe('Classify Your Waste');
    expect(i18n.t('sort.preview', { name: '<a>&.jpg' })).toBe('The chosen photo: <a>&.jpg');
  });
});
