/** What a photographed paper is. `other`: none of the kinds that are read field by field. */
export type PaperKind =
  'id-front' | 'id-back' | 'bank-card' | 'invoice-outpatient' | 'invoice-inpatient' | 'other';

/** A place in the picture as it is kept, as fractions of its width and height from its top left corner. */
export interface PaperBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Everything that may be read. Dates are YYYY-MM-DD, amounts whole 分, numbers of cards and papers their digits
 * without spaces.
 */
export interface ReadValues {
  name: string;
  sex: string;
  ethnicity: string;
  birthDate: string;
  address: string;
  idNumber: string;
  issuer: string;
  validFrom: string;
  /** YYYY-MM-DD, or 长期 as the card says. */
  validTo: string;
  cardNumber: string;
  bank: string;
  /** MM/YY as embossed. */
  validThru: string;
  title: string;
  invoiceCode: string;
  invoiceNumber: string;
  /** Letters and digits that nothing on the paper proves: shown, never relied on. */
  checkCode: string;
  patientName: string;
  invoiceDate: string;
  totalFen: number;
  hospital: string;
  fundPaidFen: number;
  otherPaidFen: number;
  accountPaidFen: number;
  cashPaidFen: number;
  admittedOn: string;
  dischargedOn: string;
}

export type ReadFieldName = keyof ReadValues;

/** One field that was read and whose check holds. What is uncertain is not in the list: it is asked. */
export interface ReadField<N extends ReadFieldName = ReadFieldName> {
  name: N;
  value: ReadValues[N];
  /** 0 to 1. How sure the reader was of the characters; no proof, so a person still says yes. */
  confidence: number;
  box: PaperBox;
  /** Typed by a person who looked at the picture; absent: read. */
  by?: 'staff';
}

/** What a paper says, as far as it could be read for certain. */
export interface PaperReading {
  kind: PaperKind;
  /** Degrees clockwise by which the picture must be turned to be upright: 0, 90, 180 or 270. */
  rotation: 0 | 90 | 180 | 270;
  fields: readonly ReadField[];
  /** Which page of a PDF it was read from; absent: the first. */
  filePage?: number;
  /** How many lines of text there were; absent where the picture could not be looked at. */
  textLines?: number;
  /** Which page of how many, as the paper itself says it. */
  pages?: { page: number; of: number };
}
