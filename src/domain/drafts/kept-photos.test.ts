import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyClaim, shownAnswers, withList } from './kept-claim.ts';
import {
  inOrder,
  withArrived,
  withNothingMade,
  withOrder,
  withoutPhoto,
  withPhoto,
  type KeptPhoto,
  type KeptPhotos,
} from './kept-photos.ts';
import { defineFlow } from '../flow/define-flow.ts';

const flow = defineFlow({
  id: 'hospital',
  version: 1,
  fields: { photos: { kind: 'photos', max: 9, hasWays: true } },
  steps: [{ id: 'all', section: 'papers', ask: ['photos'] }],
  migrations: [],
});
const photo = (key: string, more: Partial<KeptPhoto> = {}): KeptPhoto => ({
  key,
  field: 'photos',
  name: `${key}.jpg`,
  type: 'image/jpeg',
  ...more,
});
const ids: fc.Arbitrary<string[]> = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));

describe('Photos that two tabs add and take away', () => {
  it('are all in the answer, and none that either has taken away', () => {
    fc.assert(
      fc.property(ids, ids, ids, (before, mine, theirs) => {
        const start = withList(emptyClaim(flow, 'k'), 'photos', [], before);
        const both = withList(withList(start, 'photos', before, theirs), 'photos', before, mine);
        const now = shownAnswers(both).photos ?? [];
        const wanted = ['a', 'b', 'c', 'd', 'e'].filter((id) =>
          before.includes(id)
            ? mine.includes(id) && theirs.includes(id)
            : mine.includes(id) || theirs.includes(id),
        );
        expect([...(now as string[])].sort()).toEqual(wanted);
      }),
    );
  });

  it('do not undo another way that was chosen meanwhile', () => {
    const claim = {
      ...emptyClaim(flow, 'k'),
      changes: { photos: { value: 'branch', base: null } },
    };
    expect(shownAnswers(withList(claim, 'photos', ['a'], [])).photos).toBe('branch');
    expect(shownAnswers(withList(claim, 'photos', [], ['a'])).photos).toEqual(['a']);
  });
});

describe('A photo on the phone', () => {
  it('leaves its place in the order, and what it looks like, to the document that it became', () => {
    const before: KeptPhotos = {
      photos: [photo('k1', { hash: 'h', look: 'l' }), photo('k2', { replaces: 'k1' })],
      order: ['k2', 'k1'],
    };
    expect(withArrived('k1', 'd1')(before)).toEqual({
      photos: [photo('k2', { replaces: 'd1' })],
      order: ['k2', 'd1'],
      sent: { d1: { hash: 'h', look: 'l' } },
    });
  });

  it('that was turned is begun anew as another file', () => {
    const made = photo('k1', { made: { name: 'x', type: 'y' }, uploadUrl: '/u', beginnings: 1 });
    const [now] = withNothingMade('k1', 1)({ photos: [made] }).photos;
    expect(now).toEqual(photo('k1', { turns: 1, beginnings: 2 }));
  });

  it('is there once, however often more is said of it, and gone when it is taken away', () => {
    const kept = withPhoto(withPhoto({ photos: [] }, photo('a')), photo('a', { uploadUrl: '/u' }));
    expect(kept.photos).toEqual([photo('a', { uploadUrl: '/u' })]);
    expect(withoutPhoto(kept, 'a').photos).toEqual([]);
  });
});

it('The order that a person gives holds for these, and what comes later comes last', () => {
  fc.assert(
    fc.property(ids, ids, (first, given) => {
      const { order } = withOrder(given)({ photos: [], order: first });
      const shown = inOrder(['a', 'b', 'c', 'd', 'e'], (id) => id, order);
      expect(shown.filter((id) => given.includes(id))).toEqual(given);
      expect([...shown].sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
    }),
  );
});
