import { describe, expect, it } from 'vitest';
import { flows } from '#domain/claims/flows.ts';
import { laneRules } from '#domain/lane/rules.ts';
import { paperWays, type FieldSpec } from '#domain/flow/types.ts';
import { baseOf, languages, wordsOf, type Language } from './words.ts';

/** A claim's words: its own file first, then what all kinds share. */
function claimWords(lng: Language, flow: string): Set<string> {
  const all = [...wordsOf(lng, 'claims').keys(), ...wordsOf(lng, `claims/${flow}`).keys()];
  return new Set(all.map(baseOf));
}

/** What a field of each kind says besides its question: its answers, as they are offered and as they are shown. */
function answersOf(spec: FieldSpec): string[] {
  switch (spec.kind) {
    case 'choice':
      return spec.options.map((option) => `options.${option}.title`);
    case 'consent':
      // Why it is asked and what happens without it: consent of its own needs both (P-29).
      return ['hint', 'yes', 'no', 'refused', 'given'];
    case 'photos':
      // Why it is needed, where to get it, and what happens without it: no paper is asked for without them (C3, C4).
      return ['why', 'where', ...(spec.hasWays ? ['without'] : [])];
    case 'matter':
      // What it means, in plain words (P6).
      return ['hint'];
    case 'text':
      return ['hint'];
    default:
      return [];
  }
}

/** What all kinds share: the controls of a kind of field. */
const shared = [
  ...['yes', 'no', 'none', 'sayUnknown', 'unknown', 'sayLater', 'later'].map(
    (key) => `answers.${key}`,
  ),
  ...['take', 'choose', 'count', 'remove'].map((key) => `photos.${key}`),
  ...paperWays.map((way) => `ways.${way}.title`),
];

describe.each(languages)('A claim in %s', (lng) => {
  it.each(flows)(
    '$id has words for its name, its sections, and every question and answer',
    (flow) => {
      const words = claimWords(lng, flow.id);
      const wanted = [
        ...shared,
        ...['title', 'text', 'name'].map((part) => `kinds.${flow.id}.${part}`),
        ...flow.steps.map(({ section }) => `sections.${section}`),
        ...Object.entries(flow.fields).flatMap(([id, spec]) =>
          ['label', 'short', ...answersOf(spec)].map((part) => `fields.${id}.${part}`),
        ),
      ];
      expect(wanted.filter((key) => !words.has(key))).toEqual([]);
    },
  );

  it.each(flows)('$id names the days of the law as the rules keep them', ({ id }) => {
    const key = 'fields.matterTimeLimits.hint';
    const text = wordsOf(lng, `claims/${id}`).get(key) ?? wordsOf(lng, 'claims').get(key);
    const { decideDays, payDays, tellRefusalDays } = laneRules;
    const named = [...(text ?? '').matchAll(/\d+/g)].map(([days]) => Number(days));
    expect(named).toEqual([decideDays, payDays, tellRefusalDays]);
  });

  it('has no words for what no claim asks', () => {
    const left = ['claims', ...flows.map(({ id }) => `claims/${id}`)].flatMap((file) => {
      const askedBy = flows.filter(({ id }) => file === 'claims' || file === `claims/${id}`);
      return [...wordsOf(lng, file).keys()].filter((key) => {
        const [kind, id = '', part, option = ''] = key.split('.');
        if (kind !== 'fields') return false;
        const specs = askedBy.flatMap((flow) => flow.fields[id] ?? []);
        const isOffered = (spec: FieldSpec) =>
          spec.kind === 'choice' && spec.options.includes(option);
        return specs.length === 0 || (part === 'options' && !specs.some(isOffered));
      });
    });
    expect(left).toEqual([]);
  });
});
