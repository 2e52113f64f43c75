import { act, renderHook } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { loadWords, startWords } from '#platform/i18n/words.ts';
import { useAct } from './use-act.ts';

/** Answers each press in turn, and keeps the key that each one carried. */
async function open(...answers: readonly (Response | 'lost')[]) {
  await startWords('zh-CN');
  await loadWords(['common', 'staff-desk']);
  const keys: (string | null)[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (_path, init) => {
    keys.push(new Headers(init?.headers).get('Idempotency-Key'));
    const answer = answers[keys.length - 1] ?? 'lost';
    if (answer === 'lost') throw new TypeError('Failed to fetch');
    return answer;
  });
  const { result } = renderHook(useAct);
  const press = (text: string) =>
    act(async () => void (await result.current.post('/api/notes', { text })));
  return { keys, press };
}
const done = () => new Response(null, { status: 204 });

it('what is pressed again after a lost answer is the same deed to the server', async () => {
  const { keys, press } = await open('lost', done(), done());
  await press('听力不好');
  await press('听力不好');
  expect(keys[0]).toBeTruthy();
  expect(keys[1]).toBe(keys[0]);
  // Once it was heard, the same words again are another note.
  await press('听力不好');
  expect(keys[2]).not.toBe(keys[0]);
});

it('another deed has another key', async () => {
  const { keys, press } = await open('lost', done());
  await press('听力不好');
  await press('看不清');
  expect(keys[1]).not.toBe(keys[0]);
});
