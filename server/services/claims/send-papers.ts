import type { Who } from '../../http/context.ts';
import { ProblemError } from '../../http/problem.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { Parts } from '../../parts.ts';
import type { AskedPaper } from '../../store/claim-work.ts';
import type { ClaimRecord } from '../../store/claims.ts';
import { attachToClaim, documentsOfDraft } from '../../store/draft-documents.ts';
import type { Tx } from '../../store/store.ts';
import { deadlineWords } from '../moment-words.ts';
import { takeOwnClaim } from './own-claim.ts';
import { lastRound } from './standing.ts';
import { lngOf, tellClaim } from './tell-claim.ts';

export interface SentPaper {
  field: string;
  documents: readonly string[];
}

/**
 * Notes papers that came. With the last of them the clocks run again, and the promise is moved by what was waited.
 * @param mark the paper as it is now, or as it was
 */
export async function notePapers(
  tx: Tx,
  parts: Parts,
  claim: ClaimRecord,
  actor: AuditEntry['actor'],
  mark: (paper: AskedPaper) => AskedPaper,
): Promise<ClaimRecord> {
  const round = lastRound(claim);
  if (!round || claim.status !== 'papers-needed') throw new ProblemError('papers-not-asked', 409);
  const now = parts.clock.now();
  const papers = round.papers.map(mark);
  const isWhole = papers.every(({ isHere }) => isHere);
  const waited = isWhole ? now - round.askedAt : 0;
  const next = { ...round, papers, ...(isWhole ? { arrivedAt: now } : {}) };
  const promiseBy = claim.promise_by + waited;
  const isReview = claim.work.reviews.length > 0;
  return tellClaim(
    tx,
    parts,
    {
      ...claim,
      promise_by: promiseBy,
      status: !isWhole ? claim.status : isReview ? 'reopened' : 'in-review',
      work: {
        ...claim.work,
        promisedAt: (claim.work.promisedAt ?? claim.submitted_at) + waited,
        rounds: [...claim.work.rounds.slice(0, -1), next],
      },
    },
    {
      audit: {
        actor,
        action: 'claim-papers-here',
        detail: { papers: papers.filter(({ isHere }) => isHere).map(({ field }) => field) },
      },
      ...(isWhole
        ? {
            news: [
              {
                kind: 'papers-arrived',
                once: `papers-here-${claim.work.rounds.length}`,
                actor: actor.kind === 'staff' ? 'staff' : 'customer',
              },
            ],
            texts: [
              {
                purpose: 'papers-arrived',
                values: { promise: deadlineWords(lngOf(claim), promiseBy) },
              },
            ],
          }
        : {}),
    },
  );
}

/**
 * The customer sends papers that were asked for: photos that were uploaded to the claim's draft. Sent again, the same
 * photos change nothing.
 * @throws ProblemError 404; 409 `papers-not-asked`; 422 `paper-not-on-list`, `photos-none`, `photos-not-here`,
 *   `photos-unusable`
 */
export async function sendPapers(
  tx: Tx,
  parts: Parts,
  who: Required<Who>,
  id: string,
  sent: readonly SentPaper[],
): Promise<void> {
  const claim = await takeOwnClaim(tx, parts, who, id);
  const round = lastRound(claim);
  const isAsked = (field: string) => round?.papers.some((paper) => paper.field === field) ?? false;
  const isThere = sent.every(({ field, documents }) =>
    round?.papers.some(
      (paper) => paper.field === field && documents.every((one) => paper.documents.includes(one)),
    ),
  );
  // All of it came before: the answer was lost on its way.
  if (isThere && sent.every(({ documents }) => documents.length > 0)) return;
  if (claim.status !== 'papers-needed') throw new ProblemError('papers-not-asked', 409);
  const there = await documentsOfDraft(tx, claim.draft_id);
  for (const { field, documents } of sent) {
    const fault = (code: string) => new ProblemError(code, 422, { errors: [{ field, code }] });
    if (!isAsked(field)) throw fault('paper-not-on-list');
    if (documents.length === 0) throw fault('photos-none');
    const named = documents.map((one) => there.find((document) => document.id === one));
    if (named.some((document) => document?.field !== field)) throw fault('photos-not-here');
    if (named.some((document) => document?.state === 'rejected')) throw fault('photos-unusable');
    await attachToClaim(tx, claim.id, claim.draft_id, documents);
  }
  await notePapers(tx, parts, claim, { kind: 'customer', id: who.customerId }, (paper) => {
    const found = sent.find(({ field }) => field === paper.field);
    if (!found) return paper;
    const documents = [...new Set([...paper.documents, ...found.documents])];
    return { ...paper, documents, isHere: true };
  });
}
