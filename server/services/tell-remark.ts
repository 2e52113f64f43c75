import type { Remark } from '#domain/papers/remarks.ts';
import { numberInGroups } from '#domain/claims/number-in-groups.ts';
import { paperWords } from '../http/paper-words.ts';
import type { SmsKey } from '../http/words.ts';
import type { Parts } from '../parts.ts';
import { findClaimById } from '../store/claims.ts';
import { findCustomer } from '../store/customers.ts';
import { findDocumentById } from '../store/documents.ts';
import { readDocumentsOfDraft } from '../store/draft-documents.ts';
import { draftStanding } from '../store/drafts.ts';
import { insertJob } from '../store/jobs.ts';
import type { DocumentTable, DraftTable } from '../store/schema.ts';
import type { LeasedJob, Tx } from '../store/store.ts';
import { remarksOfDocuments } from './paper-remarks.ts';
import { lngOf } from './claims/tell-claim.ts';
import { textPerson } from './text-person.ts';

/** So long after its last change a draft was left: whoever is on the page sees it there. */
const LEFT_MS = 10 * 60_000;

/** What reading says of a photo, or that it is of no use: it holds a virus, or nobody can open it. */
type Told = Remark | 'unsafe' | 'useless';

const TEXTS: Readonly<Record<Told, Record<DraftTable['state'], SmsKey>>> = {
  'cannot-read': { open: 'paper-unreadable', submitted: 'paper-unreadable-sent' },
  'other-paper': { open: 'paper-other', submitted: 'paper-other-sent' },
  'next-page': { open: 'paper-next-page', submitted: 'paper-next-page-sent' },
  unsafe: { open: 'paper-unsafe', submitted: 'paper-unsafe-sent' },
  useless: { open: 'paper-useless', submitted: 'paper-useless-sent' },
};

const remarkOf = async (parts: Parts, document: DocumentTable): Promise<Told | undefined> => {
  const all = await readDocumentsOfDraft(parts.store.db, parts.seal, document.draft_id);
  if (document.state === 'rejected') {
    const later = all.slice(all.findIndex(({ id }) => id === document.id) + 1);
    const isMended = later.some(
      ({ field, state }) => field === document.field && state !== 'rejected',
    );
    if (isMended && document.claim_id === null) return undefined;
    return document.reason === 'infected' ? 'unsafe' : 'useless';
  }
  // They were told, and leave it as it is.
  if (document.left_at) return undefined;
  return remarksOfDocuments(all, ({ reading }) => reading).get(document.id);
};

/** Sets the job that tells it later, once for each document. */
export async function arrangeTelling(parts: Parts, id: string): Promise<void> {
  const document = await findDocumentById(parts.store.db, id);
  if (!document || !(await remarkOf(parts, document))) return;
  const now = parts.clock.now();
  await parts.store.write((tx: Tx) =>
    insertJob(tx, {
      id: parts.ids.id(),
      kind: 'tell-remark',
      subject: id,
      runAt: now + LEFT_MS,
      now,
    }),
  );
}

/**
 * Tells by text what is the matter with a photo or a file and what to do, where its owner has gone: they left the draft,
 * or sent the claim. Once for each document; nothing where it was mended meanwhile, or where nobody knows whose it is.
 */
export async function tellRemark(parts: Parts, job: LeasedJob): Promise<void | { again: number }> {
  const { db } = parts.store;
  const document = await findDocumentById(db, job.subject);
  if (!document) return;
  const remark = await remarkOf(parts, document);
  const draft = await draftStanding(db, document.draft_id);
  // Taken out of the claim before it was sent: nobody misses it.
  if (!remark || !draft || (draft.state === 'submitted' && document.claim_id === null)) return;
  const leftAt = draft.updated_at + LEFT_MS;
  if (draft.state === 'open' && parts.clock.now() < leftAt) return { again: leftAt };
  const customerId = /^c:(.+)$/.exec(draft.owner)?.[1];
  const customer = customerId ? await findCustomer(db, parts.seal, customerId) : undefined;
  const claim = document.claim_id
    ? await findClaimById(db, parts.seal, document.claim_id)
    : undefined;
  if (!customer || claim?.status === 'withdrawn') return;
  const lng = lngOf(claim ?? { lng: draft.lng ?? '' });
  await parts.store.write((tx) =>
    textPerson(tx, parts, {
      to: customer.phone,
      purpose: TEXTS[remark][draft.state],
      lng,
      values: {
        paper: paperWords(lng, document.field),
        number: claim ? numberInGroups(claim.number) : '',
      },
    }),
  );
}
