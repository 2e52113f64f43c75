import { afterEach, expect, it } from 'vitest';
import { forgetTried, noteMetCode, triedSoFar } from './tried.ts';
import { watchTried } from './watch-tried.ts';

afterEach(forgetTried);

it('is nothing where nothing was tried', () => {
  expect(triedSoFar()).toBeUndefined();
});

it('is the ways of answering and the last few errors, the newest at the end, and never a value', () => {
  watchTried();
  for (const type of ['radio', 'tel', 'file']) {
    const box = document.body.appendChild(document.createElement('input'));
    box.type = type;
    if (type === 'tel') box.value = '13900012345';
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }
  for (const code of ['a', 'b', 'c', 'd', 'e', 'a', 'f']) noteMetCode(code);
  expect(triedSoFar()).toBe('typing,photo,c,d,e,a,f');
});
