import type { Draft } from '#domain/api/draft.ts';
import type { KeptPhotos, PhotosEvent } from '#domain/drafts/kept-photos.ts';
import { createPhotoBytes } from '#platform/upload/photo-bytes.ts';
import { createPhotoQueue, type PhotoQueue } from '#platform/upload/photo-queue.ts';
import type { PhotoList, QueueParts } from '#platform/upload/queue-parts.ts';
import { phoneVault } from '#platform/storage/phone-vault.ts';
import type { Vault } from '#platform/storage/vault.ts';
import type { ClaimStore } from './claim-store.ts';

export interface PhotoParts extends Partial<
  Pick<QueueParts, 'send' | 'prepare' | 'turnThere' | 'leaveThere' | 'dropThere'>
> {
  draft: Draft;
  field: string;
  /** The ids to keep as the answer, where no claim is in hand that keeps them; null when there is none left. */
  onAnswer: (ids: string[] | null) => void;
  /** The claim that they belong to: it knows the server's draft, and keeps what is not sent. */
  claim?: ClaimStore;
  openVault?: () => Promise<Vault>;
}

/** What only one kind of paper will do for, which of them have two sides, and what may be no paper at all. */
const papers: Readonly<Record<string, Pick<QueueParts, 'paper' | 'hasTwoSides' | 'subject'>>> = {
  idPhotos: { paper: 'id-front', hasTwoSides: true },
  heirIdPhotos: { paper: 'id-front', hasTwoSides: true },
  cardPhotos: { paper: 'bank-card' },
  // Whether it is the one or the other kind of invoice is for whoever reads it; that it is no card is seen here.
  invoicePhotos: { paper: 'invoice-outpatient' },
  // Of these only that there is nothing written at all.
  costListPhotos: { paper: 'other' },
  dischargePhotos: { paper: 'other' },
  diagnosisPhotos: { paper: 'other' },
  pathologyPhotos: { paper: 'other' },
  carPhotos: { subject: 'scene' },
  homePhotos: { subject: 'scene' },
  otherPhotos: { subject: 'scene' },
};

const idsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : [];

/** For a page without a claim in hand: as long as it is open. */
function pageList(): PhotoList {
  let kept: KeptPhotos = { photos: [] };
  return {
    now: () => kept,
    apply: (event: PhotosEvent) => {
      kept = event(kept);
    },
    settled: () => Promise.resolve(),
    look: () => Promise.resolve(),
  };
}

/** The photos of one question of a claim in the making, kept with its answers. */
export function createPhotoStore({
  draft,
  field,
  onAnswer,
  claim,
  openVault = phoneVault,
  ...rest
}: PhotoParts): PhotoQueue {
  const draftNow = () => claim?.getState().draft ?? draft;
  let alone = idsIn(draft.answers[field]);
  const queue: PhotoQueue = createPhotoQueue({
    ...rest,
    ...papers[field],
    field,
    draftId: () => draftNow().id,
    list: claim
      ? {
          now: () => claim.keeper.claim(),
          apply: claim.keeper.apply,
          settled: claim.keeper.settled,
          look: claim.keeper.look,
        }
      : pageList(),
    answer: () => (claim ? idsIn(claim.getState().answers[field]) : alone),
    onAnswer: (ids, before) => {
      if (claim) return claim.getState().amend(field, before, ids);
      alone = ids;
      onAnswer(ids.length > 0 ? [...ids] : null);
    },
    documents: () => draftNow().documents,
    refresh: claim ? () => claim.getState().refresh() : undefined,
    onSent: claim ? () => claim.getState().meet() : undefined,
    bytes: createPhotoBytes(openVault),
    closed: claim?.keeper.closed,
  });
  claim?.subscribe(() => queue.follow());
  return queue;
}
