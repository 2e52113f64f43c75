import type { KnownFact } from '#domain/drafts/facts.ts';
import type { Parts } from '../../parts.ts';
import { readDocumentsOfDraft } from '../../store/draft-documents.ts';
import type { DraftRecord } from '../../store/drafts.ts';
import type { Db } from '../../store/store.ts';
import { factsOfReadings } from './reading-facts.ts';

/** What the photographed papers of a draft say, with the place in the picture that says it. */
export async function paperFacts(db: Db, parts: Parts, draft: DraftRecord): Promise<KnownFact[]> {
  const documents = await readDocumentsOfDraft(db, parts.seal, draft.id);
  return factsOfReadings(
    documents
      .filter(({ state }) => state === 'received')
      .map(({ id, field, reading }) => ({ documentId: id, field, reading })),
  );
}
