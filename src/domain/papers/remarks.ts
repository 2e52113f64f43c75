import type { DocumentReason } from '../api/draft.ts';
import type { PaperKind, PaperReading, ReadFieldName } from './read/types.ts';

/** What reading can tell of a photo that its owner should hear. None of it stops anybody. */
export type Remark = Extract<DocumentReason, 'cannot-read' | 'other-paper' | 'next-page'>;

/** A photo with the paper that it was taken as (a photos field) and what was read; absent while it was not. */
export interface ReadPhoto {
  id: string;
  field: string;
  reading?: PaperReading;
}

const INVOICES: readonly PaperKind[] = ['invoice-outpatient', 'invoice-inpatient'];
const ID_CARD: readonly PaperKind[] = ['id-front', 'id-back'];
const CARDS: readonly PaperKind[] = [...ID_CARD, 'bank-card'];

interface Expected {
  /** Kinds that are certainly another paper. */
  notThese: readonly PaperKind[];
  /** Front and back, each a photo. */
  hasTwoSides?: boolean;
}

/** Papers that are written all over; photos of places, cars and people are not judged. */
const EXPECTED: Readonly<Record<string, Expected>> = {
  invoicePhotos: { notThese: CARDS },
  costListPhotos: { notThese: CARDS },
  dischargePhotos: { notThese: CARDS },
  recordPhotos: { notThese: CARDS },
  diagnosisPhotos: { notThese: CARDS },
  pathologyPhotos: { notThese: CARDS },
  disabilityPhotos: { notThese: CARDS },
  idPhotos: { notThese: [...INVOICES, 'bank-card'], hasTwoSides: true },
  heirIdPhotos: { notThese: [...INVOICES, 'bank-card'], hasTwoSides: true },
  cardPhotos: { notThese: [...INVOICES, ...ID_CARD] },
  bookPhotos: { notThese: [...INVOICES, ...ID_CARD] },
};

/** What only this kind of paper says, with a check that held: its heading alone may stand on another. */
const PROOF: Readonly<Record<PaperKind, readonly ReadFieldName[]>> = {
  'id-front': ['idNumber'],
  'id-back': ['validFrom'],
  'bank-card': ['cardNumber'],
  'invoice-outpatient': ['totalFen'],
  'invoice-inpatient': ['totalFen'],
  other: [],
};

const isCertain = ({ kind, fields }: PaperReading): boolean =>
  PROOF[kind].some((name) => fields.some((field) => field.name === name));

/** Fewer lines than any of these papers has. */
const LINES_MIN = 4;

function ownRemark({ reading }: ReadPhoto, { notThese }: Expected): Remark | undefined {
  if (!reading) return undefined;
  if (notThese.includes(reading.kind) && isCertain(reading)) return 'other-paper';
  const isBlank =
    reading.fields.length === 0 && reading.textLines !== undefined && reading.textLines < LINES_MIN;
  return isBlank ? 'cannot-read' : undefined;
}

/** Whether these photos of one paper are certainly not all of it: all were read, and it says itself that there is more. */
function lacksPage(photos: readonly ReadPhoto[], { hasTwoSides }: Expected): boolean {
  const readings = photos.map(({ reading }) => reading);
  if (readings.some((reading) => reading === undefined)) return false;
  const pages = readings.map((reading) => reading?.pages?.of ?? 1);
  if (Math.max(0, ...pages) > photos.length) return true;
  const sides = readings.map((reading) => (reading && isCertain(reading) ? reading.kind : 'other'));
  return (
    hasTwoSides === true && sides.length > 0 && new Set(sides).size === 1 && sides[0] !== 'other'
  );
}

/**
 * What to tell of photos, by their id: only what is certain, one thing of each. A missing page is told of the last
 * photo of its paper.
 */
export function remarksOn(photos: readonly ReadPhoto[]): ReadonlyMap<string, Remark> {
  const remarks = new Map<string, Remark>();
  for (const [field, expected] of Object.entries(EXPECTED)) {
    const own = photos.filter((photo) => photo.field === field);
    for (const photo of own) {
      const remark = ownRemark(photo, expected);
      if (remark) remarks.set(photo.id, remark);
    }
    const good = own.filter(({ id }) => !remarks.has(id));
    const last = good[good.length - 1];
    // One that cannot be read may be the missing page.
    const isWhole = own.length === good.length;
    if (last && isWhole && lacksPage(good, expected)) remarks.set(last.id, 'next-page');
  }
  return remarks;
}
