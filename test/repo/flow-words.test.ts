import { describe, expect, it } from 'vitest';
import { flows } from '#domain/claims/flows.ts';
import type { FieldSpec } from '#domain/flow/types.ts';
import { languages, wordsOf } from './words.ts';

/** The keys that one field's texts have in `claims/<flow>.json`: what is asked, and each answer offered. */
function keysOfField(id: string, spec: FieldSpec): string[] {
  const options = spec.kind === 'choice' ? spec.options : [];
  return [`fields.${id}.label`, ...options.map((option) => `fields.${id}.options.${option}`)];
}

/** A text, or an object of texts such as a title with a line below it. */
function says(words: ReadonlyMap<string, string>, key: string): boolean {
  return words.has(key) || [...words.keys()].some((one) => one.startsWith(`${key}.`));
}

describe.each(languages)('A claim in %s', (lng) => {
  it.each(flows)('$id has words for every step, question and answer', (flow) => {
    const words = wordsOf(lng, `claims/${flow.id}`);
    const wanted = [
      ...flow.steps.map(({ id }) => `steps.${id}.title`),
      ...Object.entries(flow.fields).flatMap(([id, spec]) => keysOfField(id, spec)),
    ];
    expect(wanted.filter((key) => !says(words, key))).toEqual([]);
  });

  it.each(flows)('$id has no words for what it does not ask', (flow) => {
    const words = [...wordsOf(lng, `claims/${flow.id}`).keys()];
    const steps = new Set(flow.steps.map(({ id }) => id));
    const left = words.filter((key) => {
      const [kind, id = '', part, option = ''] = key.split('.');
      if (kind === 'steps') return !steps.has(id);
      if (kind !== 'fields') return false;
      const spec = flow.fields[id];
      if (!spec) return true;
      return (
        part === 'options' &&
        spec.kind === 'choice' &&
        !spec.options.includes(option.replace(/_senior$/, ''))
      );
    });
    expect(left).toEqual([]);
  });
});
