import { describe, expect, it } from 'vitest';
import { findTerms, termsOf } from '../../src/platform/i18n/glossary.ts';
import { matches, usedKeys } from './code-words.ts';
import { EXPLAINED_BESIDE, GLOSSED_VALUES } from './explained-terms.ts';
import { read } from './tree.ts';
import { baseOf, languages, wordFiles, wordsOf, type Language } from './words.ts';

/** Characters of a sentence without its marks (W-3.1.5; features.md L7). */
const LONGEST = 25;

interface Shown {
  /** `claims/hospital: fields.admittedOn.hint_senior` */
  name: string;
  file: string;
  /** Without `_senior`. */
  base: string;
  text: string;
}

/** Words that people type, to find a setting, and never read. */
const isRead = (file: string, key: string) => !/^settings: search\.names\./.test(`${file}: ${key}`);
/** Not the staff's own texts, and not the glossary itself. */
const isForCustomers = (file: string, key: string) =>
  isRead(file, key) &&
  !/^(staff|glossary)/.test(file) &&
  !/^(staff-|field-not-masked|pages\.staff)/.test(key);

/** What senior mode shows: the plainer text where there is one. */
function seniorTexts(lng: Language): Shown[] {
  return wordFiles(lng).flatMap((file) => {
    const words = wordsOf(lng, file);
    return [...words]
      .filter(([key]) => key.includes('_senior') || !words.has(`${key}_senior`))
      .filter(([key]) => isForCustomers(file, key))
      .map(([key, text]) => ({ name: `${file}: ${key}`, file, base: baseOf(key), text }));
  });
}

/** What a part of a text reads as when it is longer than the two characters that a number counts for. */
const READ_AS: Readonly<Record<string, string>> = {
  by: '11月23日星期一下午3点前',
  promise: '11月23日星期一下午3点前',
  day: '11月23日星期一',
  status: '我们收到了您的申请',
  kind: '住医院的申请',
  bank: '工商银行',
  name: '王女士',
};
/** Put together from parts that are counted where they are written. */
const NO_SENTENCE = /^common: dates\./;

const sentencesOf = (text: string) =>
  text
    .replace(/\{\{(\w+)\}\}/g, (_all, name: string) => READ_AS[name] ?? '数字')
    .split(/[。！？；\n]/);
const lengthOf = (sentence: string) => [...sentence.replace(/[\s\p{P}\p{S}]/gu, '')].length;

/** Sentences that may be longer, with the reason. It is meant to stay empty. */
const LONG_SENTENCES: readonly { name: string; why: string }[] = [];

const used = usedKeys();
const terms = termsOf(JSON.parse(read('locales/zh-CN/glossary.json')));
const termIdsIn = (text: string) =>
  findTerms(text, terms).flatMap((part) => (typeof part === 'string' ? [] : [part.id]));

/** Whether a key's text goes through `<Plain>` wherever it is shown: judged by the most exact of its uses. */
function isGlossed({ file, base }: Pick<Shown, 'file' | 'base'>): boolean {
  if (GLOSSED_VALUES.some(({ keys }) => matches(keys, `${file}: ${base}`))) return true;
  const uses = used.filter(({ files, key }) => files.includes(file) && matches(key, base));
  const exactness = (key: string) => key.replaceAll('*', '').length;
  const most = Math.max(...uses.map(({ key }) => exactness(key)));
  const exact = uses.filter(({ key }) => exactness(key) === most);
  return exact.length > 0 && exact.every((use) => use.isGlossed);
}

/** What is read together on one page: a question of a claim, or a part of a file. */
function placeOf({ file, base }: Pick<Shown, 'file' | 'base'>): string {
  const [first = '', second] = base.split('.');
  const part = first === 'fields' ? `fields.${second}` : second === undefined ? '' : first;
  return `${file.split('/')[0]}: ${part}`;
}

describe('What senior mode says in Chinese', () => {
  const shown = seniorTexts('zh-CN');

  it(`has no sentence of more than ${LONGEST} characters`, () => {
    const excepted = new Set(LONG_SENTENCES.map(({ name }) => name));
    const long = shown
      .filter(({ name }) => !NO_SENTENCE.test(name) && !excepted.has(name))
      .flatMap(({ name, text }) =>
        sentencesOf(text)
          .filter((sentence) => lengthOf(sentence) > LONGEST)
          .map((sentence) => `W-3.1.5 ${name}: ${lengthOf(sentence)} in “${sentence}”`),
      );
    expect(long).toEqual([]);
    expect(LONG_SENTENCES.filter(({ why }) => why.length < 15)).toEqual([]);
  });

  it('explains every term of the trade where it stands', () => {
    const glossedAt = new Map<string, Set<string>>();
    for (const one of shown.filter(isGlossed)) {
      const ids = glossedAt.get(placeOf(one)) ?? new Set();
      for (const id of termIdsIn(one.text)) ids.add(id);
      glossedAt.set(placeOf(one), ids);
    }
    const unexplained = shown.flatMap((one) =>
      termIdsIn(one.text)
        .filter((id) => !glossedAt.get(placeOf(one))?.has(id))
        .filter(
          () => !EXPLAINED_BESIDE.some(({ texts }) => matches(texts, `${one.file}: ${one.base}`)),
        )
        .map((id) => `W-3.1.3 ${one.name}: ${terms.find((term) => term.id === id)?.forms[0]}`),
    );
    expect(unexplained).toEqual([]);
  });

  it('has that explanation in truth where the table says that it stands beside', () => {
    const byName = new Map(shown.map((one) => [`${one.file}: ${one.base}`, one]));
    const wrong = EXPLAINED_BESIDE.flatMap(({ texts, by, why }) => {
      const explained = shown.filter((one) => matches(texts, `${one.file}: ${one.base}`));
      const beside = byName.get(by);
      if (explained.length === 0) return [`${texts}: there is no such text any more`];
      if (!beside || why.length < 10) return [`${texts}: ${by} does not explain it`];
      return explained
        .flatMap((one) => termIdsIn(one.text))
        .filter((id) => termIdsIn(beside.text).includes(id) && !isGlossed(beside))
        .map((id) => `${texts}: ${by} uses ${id} itself and does not gloss it`);
    });
    expect(wrong).toEqual([]);
    const gone = GLOSSED_VALUES.filter(
      ({ file, value }) => !read(file).includes(`<Plain text={${value}} />`),
    );
    expect(gone).toEqual([]);
  });
});

describe.each(languages)('The glossary in %s', (lng) => {
  const all = termsOf(JSON.parse(read(`locales/${lng}/glossary.json`)));

  it('says each term in one short plain sentence, without another term', () => {
    const most = lng === 'zh-CN' ? LONGEST : 60;
    const found = all.flatMap((term) => {
      const others = all.filter(({ id }) => id !== term.id);
      const inside = findTerms(term.gloss, others).flatMap((part) =>
        typeof part === 'string' ? [] : [`${term.id}: its gloss needs one for ${part.word}`],
      );
      return lengthOf(term.gloss) > most ? [...inside, `${term.id}: too long`] : inside;
    });
    expect(found).toEqual([]);
  });

  it('has no form twice', () => {
    const forms = all.flatMap((term) => term.forms.map((form) => form.toLowerCase()));
    expect(forms.filter((form, i) => forms.indexOf(form) !== i)).toEqual([]);
  });
});

interface StopWords {
  words: Record<Language, Record<string, readonly string[]>>;
  machine: Record<Language, readonly string[]>;
  /** Phrases that hold a stop word and are right, everywhere or under one key. */
  allowed: readonly { text: string; key?: string; why: string }[];
}
const stop = JSON.parse(read('test/repo/stop-words.json')) as StopWords;

describe.each(languages)('What people read in %s', (lng) => {
  const without = (text: string, name: string) =>
    stop.allowed
      .filter(({ key = name }) => key === name)
      .reduce((left, { text: phrase }) => left.replaceAll(phrase, ''), text)
      .toLowerCase();
  const holds = (text: string, word: string) =>
    lng === 'en' ? new RegExp(`\\b${word}\\b`).test(text) : text.includes(word.toLowerCase());
  const found = (words: readonly string[], isWanted: typeof isForCustomers) =>
    wordFiles(lng).flatMap((file) =>
      [...wordsOf(lng, file)]
        .filter(([key]) => isWanted(file, key))
        .flatMap(([key, text]) => {
          const name = `${file}: ${key}`;
          return words
            .filter((word) => holds(without(text, name), word))
            .map((word) => `${name}: ${word}`);
        }),
    );

  it.each(Object.keys(stop.words[lng]))('has no word of %s (M-5.1.2)', (kind) => {
    expect(found(stop.words[lng][kind] ?? [], isRead)).toEqual([]);
  });

  it('has no word of machines or offices for customers (MS-3.1.1)', () => {
    expect(found(stop.machine[lng], isForCustomers)).toEqual([]);
  });

  it('names a button by what stands on it', () => {
    const texts = wordFiles(lng).flatMap((file) =>
      [...wordsOf(lng, file)].map(([key, text]) => ({ key: `${file}: ${key}`, text })),
    );
    // On the paper that the person holds, not on our page.
    const onPaper = ['合计', 'total'];
    const labels = new Set([...texts.map(({ text }) => text.toLowerCase()), ...onPaper]);
    const wrong = texts.flatMap(({ key, text }) =>
      [...text.matchAll(/“([^”]+)”/g)]
        .filter(([, name = '']) => !labels.has(name.toLowerCase()))
        .map(([quoted]) => `${key}: ${quoted}`),
    );
    expect(wrong).toEqual([]);
  });
});
