import type { StaffMember } from '#domain/api/staff.ts';
import type { ReadField } from '#domain/papers/read/types.ts';
import { typedValue, type TypedName } from '#domain/papers/typed.ts';
import { NOTHING_READ } from '../../../adapters/reader/reader.ts';
import { ProblemError } from '../../../http/problem.ts';
import type { Parts } from '../../../parts.ts';
import { addAudit } from '../../../store/audit.ts';
import { findDocumentById, openReading, saveReading } from '../../../store/documents.ts';
import type { Tx } from '../../../store/store.ts';
import { takeClaim } from '../../claims/own-claim.ts';

export interface TypedPaper {
  documentId: string;
  name: TypedName;
  value: string;
}

/** All of the picture: nobody has shown where in it. */
const WHOLE = { x: 0, y: 0, width: 1, height: 1 };

/**
 * What a photo of a claim says, typed by a person who looked at it: kept with what was read from it, in place of that
 * field. What the customer answered stays as they answered it. The audit names the field, never the value.
 * @throws ProblemError 404, also for a photo of another claim; 422 `typed-value`
 */
export async function typePaper(
  tx: Tx,
  parts: Parts,
  staff: StaffMember,
  claimId: string,
  { documentId, name, value }: TypedPaper,
): Promise<void> {
  await takeClaim(tx, parts, claimId);
  const document = await findDocumentById(tx, documentId);
  if (document?.claim_id !== claimId) throw new ProblemError('not-found', 404);
  const typed = typedValue(name, value);
  if (typed === undefined) {
    throw new ProblemError('typed-value', 422, {
      errors: [{ field: 'value', code: 'typed-value' }],
    });
  }
  const reading = openReading(parts.seal, document) ?? NOTHING_READ;
  const field: ReadField = { name, value: typed, confidence: 1, box: WHOLE, by: 'staff' };
  const fields = [...reading.fields.filter((one) => one.name !== name), field];
  await saveReading(tx, parts.seal, documentId, { ...reading, fields });
  await addAudit(tx, parts, {
    actor: { kind: 'staff', id: staff.id },
    action: 'paper-typed',
    subject: { kind: 'claim', id: claimId },
    detail: { document: documentId, field: name },
  });
}
