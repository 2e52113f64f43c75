import type { Draft, DraftChange } from '#domain/api/draft.ts';
import { ok, problem, type Answer } from './fake-fetch.ts';

/** A hospital claim just begun. */
export const empty: Draft = {
  id: 'd1',
  flow: 'hospital',
  flowVersion: 1,
  version: 1,
  answers: {},
  writtenBy: {},
  documents: [],
  today: '2026-11-21',
};

/** A server that keeps one draft, as the real one does. */
export function draftServer(start: Draft = empty) {
  let draft = start;
  const state = { isOffline: false };
  const offline = (answer: () => Answer) => (): Answer => (state.isOffline ? 'offline' : answer());
  const routes = {
    'GET /api/drafts': offline(() => ok({ drafts: [{ id: draft.id, flow: draft.flow }] })),
    'GET /api/drafts/d1': offline(() => ok(draft)),
    'POST /api/drafts': offline(() => ({ status: 201, body: draft })),
    'PATCH /api/drafts/d1': (call: { body: unknown }): Answer => {
      if (state.isOffline) return 'offline';
      const { baseVersion, changes } = call.body as { baseVersion: number; changes: DraftChange[] };
      if (baseVersion !== draft.version) {
        const { body } = problem(409, 'draft-changed', 'x') as { body: object };
        return { status: 409, body: { ...body, draft } };
      }
      const answers: Record<string, unknown> = { ...draft.answers };
      for (const { field, value } of changes) {
        if (value === null) delete answers[field];
        else answers[field] = value;
      }
      draft = { ...draft, version: draft.version + 1, answers: answers as Draft['answers'] };
      return ok(draft);
    },
  };
  return {
    routes,
    state,
    draft: () => draft,
    changeElsewhere: (answers: Draft['answers']) => {
      draft = { ...draft, version: draft.version + 1, answers: { ...draft.answers, ...answers } };
    },
  };
}
