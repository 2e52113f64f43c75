import type { Draft } from '#domain/api/draft.ts';
import type { Suggestion } from '#domain/drafts/facts.ts';
import type { AnswerValue } from '#domain/flow/types.ts';
import { Crop } from '#ui/crop/crop.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import type { ClaimWords } from './claim-words.ts';
import type { Way } from './way.ts';

/** Where a value came from, as far as it is known. */
export type Origin = Omit<Suggestion, 'value'>;

/** Where the value of a field came from before the customer was asked: proposed, or said yes to already. */
export function originOf(
  field: string,
  value: AnswerValue | undefined,
  way: Way,
  draft: Draft,
): Origin | undefined {
  const suggestion = way.suggestions[field];
  if (suggestion) return suggestion;
  const source = way.sources[field];
  if (!source) return undefined;
  const isSame = (other: AnswerValue) => JSON.stringify(other) === JSON.stringify(value);
  const fact = draft.known?.find(
    (one) =>
      one.name === way.flow.fields[field]?.fact && one.source === source && isSame(one.value),
  );
  return fact ?? { source };
}

interface OriginProps {
  origin: Origin;
  draft: Draft;
  words: ClaimWords;
  /** Cuts the place out of the photo: one photo at a time is enough for a phone's line. */
  hasCrop?: boolean;
}

/** "It stands on the invoice": the words, and for a paper the place itself. */
export function OriginLine({ origin, draft, words, hasCrop = true }: OriginProps) {
  const { t, has } = words;
  const { source, documentId, box } = origin;
  const paper = draft.documents.find(({ id }) => id === documentId)?.field;
  const text =
    source === 'paper' && paper && has(`sources.papers.${paper}`)
      ? t(`sources.papers.${paper}`)
      : t(`sources.${source}`);
  return (
    <div className="origin">
      <p className="origin-words">
        <Plain text={text} />
      </p>
      {hasCrop && documentId && box ? (
        <Crop
          src={`/api/documents/${documentId}/image?size=full`}
          alt={t('sources.crop')}
          box={box}
        />
      ) : null}
    </div>
  );
}
