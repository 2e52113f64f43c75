import type { StaffMember } from '#domain/api/staff.ts';
import { ProblemError, type FieldFault } from '../../../http/problem.ts';
import { paperWords } from '../../../http/paper-words.ts';
import type { Parts } from '../../../parts.ts';
import type { Tx } from '../../../store/store.ts';
import { takeClaim } from '../../claims/own-claim.ts';
import { isUndecided, paperFields } from '../../claims/standing.ts';
import { lngOf, tellClaim } from '../../claims/tell-claim.ts';

/** Shorter than this explains nothing. */
const REASON_MIN = 4;

export interface PapersRequest {
  papers: readonly { field: string; reason: string }[];
}

/**
 * Asks for papers: once in each round, all of them, each with its reason, and only such as stood on the list before the
 * first photo (L-22, C3, C4). The clocks of the decision stand still until they are here (L-J15).
 * @throws ProblemError 404; 409 `claim-closed`, `claim-decided`, `papers-asked-already`; 422 `paper-not-on-list`,
 *   `required`
 */
export async function askPapers(
  tx: Tx,
  parts: Parts,
  staff: StaffMember,
  claimId: string,
  { papers }: PapersRequest,
): Promise<void> {
  const claim = await takeClaim(tx, parts, claimId);
  if (claim.status === 'withdrawn') throw new ProblemError('claim-closed', 409);
  if (!isUndecided(claim)) throw new ProblemError('claim-decided', 409);
  const review = claim.work.reviews.length;
  if (claim.work.rounds.some((round) => round.review === review)) {
    throw new ProblemError('papers-asked-already', 409);
  }
  const listed = paperFields(parts, claim);
  const errors = papers.flatMap(({ field, reason }, at): FieldFault[] => {
    if (!listed.includes(field) || papers.findIndex((one) => one.field === field) !== at) {
      return [{ field: `papers.${at}.field`, code: 'paper-not-on-list' }];
    }
    return [...reason.trim()].length < REASON_MIN
      ? [{ field: `papers.${at}.reason`, code: 'required' }]
      : [];
  });
  if (errors.length > 0) throw new ProblemError(errors[0]?.code ?? 'invalid', 422, { errors });
  const now = parts.clock.now();
  const asked = papers.map(({ field, reason }) => ({
    field,
    reason: reason.trim(),
    documents: [],
    isHere: false,
  }));
  const rounds = [...claim.work.rounds, { askedAt: now, by: staff.id, review, papers: asked }];
  const names = papers.map(({ field }) => paperWords(lngOf(claim), field));
  await tellClaim(
    tx,
    parts,
    { ...claim, status: 'papers-needed', work: { ...claim.work, rounds } },
    {
      audit: {
        actor: { kind: 'staff', id: staff.id },
        action: 'claim-papers-asked',
        detail: { papers: papers.map(({ field }) => field) },
      },
      news: [{ kind: 'papers-asked', once: `papers-asked-${rounds.length}`, actor: 'staff' }],
      texts: [
        {
          purpose: 'papers-asked',
          values: {
            count: String(papers.length),
            papers: names.join(lngOf(claim) === 'en' ? ', ' : '、'),
          },
        },
      ],
    },
  );
}
