import type { KnownFact } from '#domain/drafts/facts.ts';
import type { Flow } from '#domain/flow/types.ts';
import type { Parts } from '../../parts.ts';
import type { DraftRecord } from '../../store/drafts.ts';
import type { Db } from '../../store/store.ts';

/** What the photographed papers of a draft say, with the place in the picture that says it. */
export function paperFacts(
  _db: Db,
  _parts: Parts,
  _flow: Flow,
  _draft: DraftRecord,
): Promise<KnownFact[]> {
  return Promise.resolve([]);
}
