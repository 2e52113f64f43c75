import { describe, expect, it } from 'vitest';
import type { ClaimWords } from './claim-words.ts';
import { actsOf, largeUrl, picturesOf } from './photo-looks.ts';
import type { Photo } from './photo.ts';

const photo = (facts: Partial<Photo> & { key: string }): Photo => ({
  kind: 'photo',
  state: 'received',
  share: 1,
  ...facts,
});
const words = {
  t: (key: string, values: Record<string, unknown> = {}) =>
    [key, ...Object.values(values)].join(' '),
} as unknown as ClaimWords;
const looks = (photos: Photo[]) => picturesOf({ field: 'idPhotos', photos, words, pages: {} });

describe('A photo in the list', () => {
  it.each([
    ['advised', {}, ['again', 'anyway']],
    ['advised', { sameAs: 'a' }, ['same', 'again']],
    ['failed', {}, ['retry', 'look']],
    ['failed', { reason: 'lost' }, ['again', 'remove']],
    ['rejected', { reason: 'cannot-open' }, ['again', 'remove']],
    ['unreadable', {}, ['again', 'anyway', 'look']],
    ['received', { reason: 'other-paper' }, ['again', 'anyway', 'look']],
    ['received', {}, ['look']],
    ['sending', {}, ['look']],
    ['checking', {}, ['look']],
    ['waiting', {}, ['look']],
    ['preparing', {}, ['look']],
  ] as const)('%s %j offers %j', (state, facts, acts) => {
    expect(actsOf(photo({ key: 'b', state, ...facts }))).toEqual(acts);
  });

  it('says one sentence while it waits for a word, and names the paper that is wanted', () => {
    const [one] = looks([photo({ key: 'a', state: 'advised', advice: 'other-paper' })]);
    expect(one?.advice).toBe('photos.advice.other-paper fields.idPhotos.short');
    const [sent] = looks([photo({ key: 'a', state: 'sending', advice: 'other-paper' })]);
    expect(sent?.advice).toBeUndefined();
  });

  it('that is here twice names its twin, whatever else might be said of it', () => {
    const twin = photo({ key: 'b', state: 'advised', sameAs: 'a', advice: 'dark' });
    expect(looks([photo({ key: 'a' }), twin])[1]?.advice).toBe('photos.same photos.one 1');
  });

  it('is the next thing to do only if it is the first that wants something', () => {
    const all = looks([
      photo({ key: 'a' }),
      photo({ key: 'b', state: 'failed' }),
      photo({ key: 'c', state: 'advised', advice: 'dark' }),
    ]);
    expect(all.map(({ isNext }) => isNext)).toEqual([false, true, false]);
  });

  it('that we cannot read is with us all the same, and asks no more once it may stay', () => {
    const blurred = photo({ key: 'a', state: 'unreadable', reason: 'cannot-read' });
    expect(looks([blurred])[0]).toMatchObject({ state: 'received', hasRemark: true, isNext: true });
    expect(looks([{ ...blurred, isLeft: true }])[0]).toMatchObject({
      hasRemark: false,
      stateText: 'photos.states.accepted',
      acts: ['look'],
      isNext: false,
    });
  });
});

describe('The large picture', () => {
  it.each([
    [photo({ key: 'a', previewUrl: '/api/documents/a/image?size=thumb' }), 'size=full'],
    [photo({ key: 'a', previewUrl: 'blob:x' }), 'blob:x'],
  ])('is the one that there is: %j', (one, part) => {
    expect(largeUrl(one)).toContain(part);
  });

  it('of a PDF that only this phone has is none', () => {
    expect(largeUrl(photo({ key: 'a', kind: 'pdf', previewUrl: 'blob:x' }))).toBeUndefined();
  });
});
