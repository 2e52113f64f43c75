import type { KnownFact } from '#domain/drafts/facts.ts';
import type { PaperReading, ReadFieldName } from '#domain/papers/read/types.ts';

/** A photo of a draft with what was read from it; nothing where it could not be read, or was not yet. */
export interface ReadDocument {
  documentId: string;
  /** The paper that it was photographed as: a photos field. */
  field: string;
  reading?: PaperReading;
}

const INVOICES = 'invoicePhotos';
/** Whose card it is, is said by the question that it answers: any other is about somebody else. */
const OWN_ID = new Set(['heirIdPhotos', 'idPhotos']);
const CARD = 'cardPhotos';

type Rename = Readonly<Partial<Record<ReadFieldName, string>>>;

/** What each kind of paper may say, and the name of the fact that it is. */
function namesFor({ field, reading }: ReadDocument): Rename {
  switch (reading?.kind) {
    case 'invoice-inpatient':
      return {
        patientName: 'patientName',
        hospital: 'hospital',
        admittedOn: 'admittedOn',
        dischargedOn: 'dischargedOn',
      };
    case 'invoice-outpatient':
      return { patientName: 'patientName', hospital: 'hospital', invoiceDate: 'visitedOn' };
    case 'id-front':
      return OWN_ID.has(field) ? { name: 'name', idNumber: 'idNumber' } : {};
    case 'bank-card':
      return field === CARD ? { cardNumber: 'cardNumber' } : {};
    default:
      // A discharge summary and the like: what it says of the stay, and no sum.
      return { admittedOn: 'admittedOn', dischargedOn: 'dischargedOn', hospital: 'hospital' };
  }
}

function valueOf(reading: PaperReading | undefined, name: ReadFieldName) {
  return reading?.fields.find((one) => one.name === name);
}

/**
 * What all invoices come to, each counted once however often it was photographed. Where one of them could not be read
 * the sum is not known: a part of it would be believed to be the whole.
 */
function totalOf(documents: readonly ReadDocument[]): KnownFact[] {
  const invoices = documents.filter(({ field }) => field === INVOICES);
  const sums = new Map<string, KnownFact>();
  for (const { documentId, reading } of invoices) {
    const total = valueOf(reading, 'totalFen');
    if (typeof total?.value !== 'number') return [];
    const number = valueOf(reading, 'invoiceNumber')?.value;
    // Without its number one invoice cannot be told from another.
    if (number === undefined && invoices.length > 1) return [];
    const { value, box } = total;
    sums.set(String(number), { name: 'totalFen', value, source: 'paper', documentId, box });
  }
  const [first, ...others] = [...sums.values()];
  if (!first || others.length === 0) return first ? [first] : [];
  const value = [first, ...others].reduce((sum, one) => sum + Number(one.value), 0);
  // No single picture says it.
  return [{ name: 'totalFen', value, source: 'paper' }];
}

/** What the photographed papers say, each with the place in the picture that says it. */
export function factsOfReadings(documents: readonly ReadDocument[]): KnownFact[] {
  const facts = documents.flatMap((document): KnownFact[] => {
    const names = namesFor(document);
    return (document.reading?.fields ?? []).flatMap(({ name, value, box }): KnownFact[] => {
      const fact = names[name];
      const { documentId } = document;
      return fact ? [{ name: fact, value, source: 'paper', documentId, box }] : [];
    });
  });
  return [...facts, ...totalOf(documents)];
}
