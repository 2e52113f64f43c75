import type { DraftDocument } from '#domain/api/draft.ts';
import type { PaperReading } from '#domain/papers/read/types.ts';
import { remarksOn, type Remark } from '#domain/papers/remarks.ts';

/** Documents with what reading tells of them: state and reason of those that were received. */
export function withRemarks<D extends Pick<DraftDocument, 'id' | 'field' | 'state' | 'reason'>>(
  documents: readonly D[],
  readingOf: (document: D) => PaperReading | undefined,
): D[] {
  const remarks = remarksOfDocuments(documents, readingOf);
  return documents.map((document) => {
    const reason = remarks.get(document.id);
    if (!reason) return document;
    const state = reason === 'cannot-read' ? ('unreadable' as const) : document.state;
    return { ...document, state, reason };
  });
}

/** What reading tells of documents, by their id. */
export function remarksOfDocuments<D extends Pick<DraftDocument, 'id' | 'field' | 'state'>>(
  documents: readonly D[],
  readingOf: (document: D) => PaperReading | undefined,
): ReadonlyMap<string, Remark> {
  return remarksOn(
    documents
      .filter(({ state }) => state === 'received')
      .map((document) => ({
        id: document.id,
        field: document.field,
        reading: readingOf(document),
      })),
  );
}
