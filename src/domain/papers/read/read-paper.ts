import { readBankCard } from './bank-card.ts';
import type { Found } from './found.ts';
import { readIdBack, readIdFront } from './id-card.ts';
import { isInvoiceTitle, readInvoice } from './invoice.ts';
import { tidyLines, type Line } from './lines.ts';
import { readOther } from './other-paper.ts';
import { findPages } from './pages.ts';
import { boxOf } from './place.ts';
import type { TextPage } from './text-page.ts';
import type { PaperKind, PaperReading, ReadField, ReadFieldName } from './types.ts';

/** What a paper says, and which lines of the page say it. */
export interface PaperFinding {
  reading: PaperReading;
  /** Places in `page.lines`, each once. */
  lines: readonly number[];
  /** The same for each field. */
  linesOf: ReadonlyMap<ReadFieldName, readonly number[]>;
}

const hits = (lines: readonly Line[], words: readonly RegExp[]): number =>
  words.filter((word) => lines.some(({ text }) => word.test(text))).length;

const INVOICE = [/票据代码/, /票据号码/, /校验码/, /交款人/, /开票日期/, /收款单位/, /金额合计/];
const STAY = [
  /住院.{0,8}(票据|发票|收据)/,
  /住院号/,
  /入院(日期|时间)/,
  /出院(日期|时间)/,
  /住院(天数|日期|时间)/,
];
const ID_FRONT = [/^姓名/, /性别[男女]?/, /民族/, /^出生/, /^住址/, /公民身份号码?/];
const ID_BACK = [/签发机关/, /有效期限/, /居民身份证/, /^中华人民共和国$/];
const BANK_CARD = [
  /(银行|信用社|联社|联合社)$/,
  /银联|UnionPay/i,
  /储蓄卡|借记卡|信用卡|贷记卡/,
  /VALID|THRU/i,
  /^\d{16,19}$/,
];

/** Whether these lines belong to a hospital's invoice. */
function isInvoice(lines: readonly Line[]): boolean {
  return lines.some(({ text }) => isInvoiceTitle(text)) || hits(lines, INVOICE) >= 2;
}

/** Whether a page is an invoice, to be told from a few of its lines: what stamps hide on it can be had back. */
export function looksLikeInvoice(page: Pick<TextPage, 'lines'>): boolean {
  return isInvoice(tidyLines(page));
}

/** What a paper is, by words that the other kinds do not have. */
export function kindOf(lines: readonly Line[]): PaperKind {
  if (isInvoice(lines)) return hits(lines, STAY) > 0 ? 'invoice-inpatient' : 'invoice-outpatient';
  if (hits(lines, ID_FRONT) >= 3) return 'id-front';
  if (hits(lines, ID_BACK) >= 2) return 'id-back';
  if (hits(lines, BANK_CARD) >= 2) return 'bank-card';
  return 'other';
}

function findAll(kind: PaperKind, lines: readonly Line[]): Found[] {
  switch (kind) {
    case 'id-front':
      return readIdFront(lines);
    case 'id-back':
      return readIdBack(lines);
    case 'bank-card':
      return readBankCard(lines);
    case 'invoice-outpatient':
      return readInvoice(lines, 'visit');
    case 'invoice-inpatient':
      return readInvoice(lines, 'stay');
    case 'other':
      return readOther(lines);
  }
}

/** What the lines of a page say, each field only where its check holds. */
export function readPaper(page: TextPage): PaperFinding {
  const tidy = tidyLines(page);
  const kind = kindOf(tidy);
  const all = findAll(kind, tidy);
  const fields = all.map(({ name, value, confidence, pieces }): ReadField => ({
    name,
    value,
    confidence: Math.round(confidence * 1000) / 1000,
    box: boxOf(page, pieces),
  }));
  const linesOf = new Map(
    all.map(({ name, pieces }) => [name, pieces.map(({ line }) => line.index)] as const),
  );
  const lines = [...new Set([...linesOf.values()].flat())];
  const pages = findPages(tidy);
  const reading: PaperReading = {
    kind,
    rotation: page.rotation,
    fields,
    textLines: tidy.length,
    ...(pages ? { pages } : {}),
  };
  return { reading, lines, linesOf };
}

/**
 * What two looks at one paper agree on. A character misread once is seldom misread the same way by another look, and a
 * check digit that holds by chance never is twice.
 */
export function agreed(first: PaperReading, second: PaperReading): PaperReading {
  const fields = first.fields.flatMap((field) => {
    const other = second.fields.find(({ name }) => name === field.name);
    if (!other || other.value !== field.value) return [];
    return [{ ...field, confidence: Math.min(field.confidence, other.confidence) }];
  });
  return { ...first, fields };
}

/** What one look says of a field, where it says it for the lines that were looked at again. */
const said = ({ reading }: PaperFinding, name: ReadFieldName): ReadField | undefined =>
  reading.fields.find((field) => field.name === name);

/** The fields of which two looks say different things, or one nothing: what a third look is for. */
export function doubtfulFields(first: PaperFinding, second: PaperFinding): ReadFieldName[] {
  const names = [...first.linesOf.keys(), ...second.linesOf.keys()];
  return [...new Set(names)].filter(
    (name) => said(first, name)?.value !== said(second, name)?.value,
  );
}

/**
 * What several looks say of these fields: two that agree where all others say nothing, or three against one. Anything
 * else is a question for a person.
 * @param looks the first at all lines, the others at some of them again
 * @param again the lines that the third look and those behind it read anew: what they say of others is only what the
 *   first said
 */
export function vote(
  looks: readonly PaperFinding[],
  names: readonly ReadFieldName[],
  again: readonly number[],
): ReadField[] {
  return names.flatMap((name): ReadField[] => {
    const votes = looks.flatMap((look, at) => {
      const isAnew = at < 2 || look.linesOf.get(name)?.every((line) => again.includes(line));
      const field = isAnew ? said(look, name) : undefined;
      return field ? [field] : [];
    });
    const [best] = votes
      .map(({ value }) => votes.filter((one) => one.value === value))
      .sort((a, b) => b.length - a.length);
    const [field] = best ?? [];
    const against = votes.length - (best?.length ?? 0);
    if (!best || !field || best.length < 2 || against > 1 || best.length < 2 + against) return [];
    return [{ ...field, confidence: Math.min(...best.map(({ confidence }) => confidence)) }];
  });
}
