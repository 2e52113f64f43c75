import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../api/draft.ts';
import type { Answers } from '../flow/types.ts';
import { defineFlow } from '../flow/define-flow.ts';
import {
  begunAnew,
  changesToSend,
  emptyClaim,
  isChangedByOthers,
  isSame,
  readKept,
  shownAnswers,
  withAnswer,
  withChoice,
  withDraft,
  withSent,
  type KeptClaim,
} from './kept-claim.ts';

const flow = defineFlow({
  id: 'hospital',
  version: 1,
  fields: {
    cause: { kind: 'choice', options: ['illness', 'accident'] },
    name: { kind: 'personName' },
    photos: { kind: 'photos', max: 9, hasWays: true },
  },
  steps: [{ id: 'all', section: 'event', ask: ['cause', 'name', 'photos'] }],
  migrations: [],
});

const draftOf = (version: number, answers: Answers): Draft => ({
  id: 'd1',
  flow: 'hospital',
  flowVersion: 1,
  version,
  answers,
  writtenBy: {},
  documents: [],
  today: '2026-11-21',
});
const begun = (answers: Answers = {}): KeptClaim =>
  withDraft(flow, emptyClaim(flow, 'k1'), draftOf(1, answers));

describe('answers on two devices', () => {
  it('keeps both when each changed another question', () => {
    const mine = withAnswer(begun(), 'cause', 'illness');
    const met = withDraft(flow, mine, draftOf(2, { name: '王秀兰' }));
    expect(shownAnswers(met)).toEqual({ cause: 'illness', name: '王秀兰' });
    expect(met.conflicts).toEqual({});
    expect(isChangedByOthers(mine, draftOf(2, { name: '王秀兰' }))).toBe(true);
  });

  it('shows both where the same question got two answers, and sends neither before the choice', () => {
    const mine = withAnswer(begun({ name: '王' }), 'name', '王秀兰');
    const met = withDraft(flow, mine, draftOf(2, { name: '王秀兰兰' }));
    expect(met.conflicts).toEqual({ name: { mine: '王秀兰', theirs: '王秀兰兰' } });
    expect(changesToSend(met)).toEqual([]);
    const kept = withChoice(met, 'name', 'mine');
    expect(changesToSend(kept)).toEqual([{ field: 'name', value: '王秀兰' }]);
    // The next answer of the server is what was there already: no second conflict.
    expect(withDraft(flow, kept, draftOf(2, { name: '王秀兰兰' })).conflicts).toEqual({});
    expect(shownAnswers(withChoice(met, 'name', 'theirs'))).toEqual({ name: '王秀兰兰' });
  });

  it('is no conflict when both gave the same answer, or an answer of ours came back late', () => {
    const same = withAnswer(begun(), 'cause', 'illness');
    expect(withDraft(flow, same, draftOf(2, { cause: 'illness' })).changes).toEqual({});
    // Sent, the answer lost, changed once more: the server's copy is our own earlier word.
    const sent = withSent(same, changesToSend(same));
    const again = withAnswer(sent, 'cause', 'accident');
    const met = withDraft(flow, again, draftOf(2, { cause: 'illness' }));
    expect(met.conflicts).toEqual({});
    expect(changesToSend(met)).toEqual([{ field: 'cause', value: 'accident' }]);
    expect(isChangedByOthers(again, draftOf(2, { cause: 'illness' }))).toBe(false);
  });

  it('keeps the photos of both, and what one of them took away stays away', () => {
    const mine = withAnswer(begun({ photos: ['a', 'b'] }), 'photos', ['b', 'c']);
    const met = withDraft(flow, mine, draftOf(2, { photos: ['a', 'b', 'd'] }));
    expect(changesToSend(met)).toEqual([{ field: 'photos', value: ['b', 'd', 'c'] }]);
    expect(met.conflicts).toEqual({});
  });

  it('lets an older answer of the server change nothing', () => {
    const now = withDraft(flow, begun(), draftOf(3, { cause: 'illness' }));
    expect(withDraft(flow, now, draftOf(2, {}))).toBe(now);
  });

  it('loses no answer of either side, whatever is changed in whatever order', () => {
    const fields = ['cause', 'name'] as const;
    const value = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null });
    const step = fc.record({
      who: fc.constantFrom('me', 'other', 'send', 'lost', 'look'),
      field: fc.constantFrom(...fields),
      value,
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let server = draftOf(1, {});
        let claim = begun();
        const last: Record<string, string | null> = {};
        const save = (isLost: boolean) => {
          const changes = changesToSend(claim);
          if (changes.length === 0) return;
          claim = withSent(claim, changes);
          if (claim.draft?.version === server.version) {
            const answers: Record<string, string> = { ...(server.answers as object) };
            for (const { field, value: v } of changes) {
              if (v === null) delete answers[field];
              else answers[field] = v as string;
            }
            server = draftOf(server.version + 1, answers);
            if (isLost) return;
          }
          claim = withDraft(flow, claim, server);
        };
        for (const one of steps) {
          if (one.who === 'me') {
            claim = withAnswer(claim, one.field, one.value);
            last[one.field] = one.value;
          } else if (one.who === 'other') {
            const answers: Record<string, string> = { ...(server.answers as object) };
            if (one.value === null) delete answers[one.field];
            else answers[one.field] = one.value;
            server = draftOf(server.version + 1, answers);
          } else if (one.who === 'look') claim = withDraft(flow, claim, server);
          else save(one.who === 'lost');
        }
        for (let i = 0; i < 3; i += 1) save(false);
        claim = withDraft(flow, claim, server);
        expect(changesToSend(claim)).toEqual([]);
        for (const field of fields) {
          const conflict = claim.conflicts[field];
          // In the end everybody sees the same, or the person is shown both answers.
          if (conflict) {
            expect(isSame(conflict.theirs, server.answers[field])).toBe(true);
            expect(isSame(conflict.mine, last[field])).toBe(true);
          } else {
            expect(isSame(shownAnswers(claim)[field], server.answers[field])).toBe(true);
          }
        }
      }),
    );
  });
});

describe('a claim kept on the phone', () => {
  it('begins anew with all its answers when the server has lost the draft', () => {
    const claim = withAnswer(begun({ name: '王秀兰', photos: ['a'] }), 'cause', 'illness');
    const anew = begunAnew(flow, claim, 'k2');
    expect(anew.makeKey).toBe('k2');
    expect(anew.draft).toBeUndefined();
    expect(shownAnswers(anew)).toEqual({ name: '王秀兰', cause: 'illness' });
  });

  it('is brought up to the flow of a newer program, with its unsent answers', () => {
    const newer = defineFlow({
      ...flow,
      version: 2,
      fields: { ...flow.fields, fullName: { kind: 'personName' } },
      steps: [{ id: 'all', section: 'event', ask: ['cause', 'name', 'fullName', 'photos'] }],
      migrations: [
        ({ name, ...rest }) => (name === undefined ? rest : { ...rest, fullName: name }),
      ],
    });
    const kept = withAnswer(begun({ cause: 'illness' }), 'name', '王秀兰');
    const now = readKept(newer, kept);
    expect(shownAnswers(now)).toEqual({ cause: 'illness', fullName: '王秀兰' });
    expect(changesToSend(now)).toEqual([{ field: 'fullName', value: '王秀兰' }]);
    expect(() => readKept(flow, now)).toThrow('kept is 2');
  });
});
