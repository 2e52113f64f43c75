import { describe, expect, it } from 'vitest';
import { matches, usedKeys } from './code-words.ts';
import { read, repositoryFiles } from './tree.ts';
import { baseOf, wordFiles, wordsOf } from './words.ts';

/**
 * Keys that code puts together from what it learns when it runs. With `in`, each key must stand there between quotes.
 */
const DYNAMIC: readonly { file: string; keys: string; why: string; in?: RegExp }[] = [
  { file: 'common', keys: 'pages.*', why: 'the title of each route', in: /^src\/app\/.*\.tsx?$/ },
  {
    file: 'common',
    keys: 'help.hotline',
    why: 'the plain page for whoever has no script',
    in: /^server\/pages\/answer-page\.ts$/,
  },
  { file: 'common', keys: 'dates.*', why: 'said by src/domain/time/date-words.ts' },
  {
    file: 'problems',
    keys: '*',
    why: 'codes of the API and of the rules',
    in: /^(server|src\/domain)\/.*\.ts$/,
  },
  { file: 'sms', keys: '*', why: 'sent by the server', in: /^server\/services\/.*\.ts$/ },
  {
    file: 'call',
    keys: 'captions.demo',
    why: 'the stand-in of server/adapters/speech/demo-captions.ts',
  },
  { file: 'glossary', keys: '*', why: 'read whole by src/platform/i18n/use-glossary.ts' },
  {
    file: 'human',
    keys: 'conversation.*',
    why: 'the plain page for whoever has no script',
    in: /^server\/pages\/answer-page\.ts$/,
  },
  {
    file: 'human',
    keys: 'talk.*',
    why: 'the talk of the plain page',
    in: /^server\/pages\/plain-talk\.ts$/,
  },
  ...['group', 'rows'].map((part) => ({
    file: 'service',
    keys: `${part}.*`,
    why: 'the groups and rows of src/features/service-figures/service-figures.tsx',
  })),
  {
    file: 'human',
    keys: 'hours.*',
    why: 'the kinds of src/domain/handoff/hours-text.ts',
  },
  ...['who', 'what', 'why', 'how', 'long', 'rights'].map((part) => ({
    file: 'privacy',
    keys: `${part}.*`,
    why: 'the parts that src/features/privacy/privacy.tsx lists',
  })),
  ...['start', 'again', 'pause', 'resume', 'retry'].map((keys) => ({
    file: 'reading',
    keys,
    why: 'the main button of src/features/reading/reading-panel.tsx, by what reading does now',
  })),
  ...['health', 'hospital-cash', 'accident', 'critical-illness', 'life', 'car', 'home'].map(
    (keys) => ({
      file: 'policies',
      keys,
      why: 'the products of the demo insurer, server/adapters/insurer/demo-data.ts',
    }),
  ),
  ...['status', 'event', 'lane', 'reason', 'actor', 'task', 'alert', 'assess', 'audit'].map(
    (list) => ({
      file: 'staff',
      keys: `${list}.*`,
      why: 'the closed lists of src/features/staff-claims/staff-words.ts',
    }),
  ),
];

const used = usedKeys();
const keysOf = (file: string) => [...new Set([...wordsOf('zh-CN', file).keys()].map(baseOf))];

describe('The keys of the words', () => {
  it('that code asks for are all there', () => {
    const missing = used
      .filter(
        ({ files, key }) => !files.some((file) => keysOf(file).some((one) => matches(key, one))),
      )
      .map(({ files, key, at }) => `${at}: ${files.join(' or ')}: ${key}`);
    expect(missing).toEqual([]);
    expect(used.length).toBeGreaterThan(200);
  });

  it.each(wordFiles('zh-CN'))('of %s are all asked for', (file) => {
    // A pattern without a word of its own, such as `*.*`, would call every key used.
    const patterns = used.filter(({ files, key }) => files.includes(file) && /\w/.test(key));
    const dynamic = DYNAMIC.filter((one) => one.file === file);
    const unused = keysOf(file).filter(
      (key) =>
        !patterns.some((pattern) => matches(pattern.key, key)) &&
        !dynamic.some(({ keys }) => matches(keys, key)),
    );
    expect(unused).toEqual([]);
  });

  it.each(DYNAMIC.filter((row) => row.in))(
    'of $file under $keys are each named in code: $why',
    (row) => {
      const code = repositoryFiles()
        .filter((file) => row.in?.test(file) && !file.includes('.test.'))
        .map(read)
        .join('\n');
      const unnamed = keysOf(row.file)
        .filter((key) => matches(row.keys, key))
        .filter((key) => !code.includes(`'${key}'`));
      expect(unnamed).toEqual([]);
    },
  );
});
