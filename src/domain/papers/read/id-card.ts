import { birthOfId, isIdNumber, isoDay, readDay } from './checks.ts';
import { found, hasNoHole, isSure, type Found } from './found.ts';
import { labelled, pieceOf, rightOf, type Line, type Piece } from './lines.ts';
import { isPersonName, nationalityOf } from './names.ts';

/** Signs that can be meant by a digit of an identity number; X stands at its end alone. */
function asIdSigns(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    O: '0',
    o: '0',
    Q: '0',
    D: '0',
    I: '1',
    l: '1',
  };
  return text.replace(/[OoQDIl]/g, (sign) => signs[sign] ?? sign).replace(/x$/, 'X');
}

/** The whole of what looks like a number in a line: never a window of a longer one. */
function runsOf(line: Line): Piece[] {
  const runs: Piece[] = [];
  for (const match of line.text.matchAll(/[\dOoQDIlXx]+/g)) {
    const piece =
      match[0].length >= 4 ? pieceOf(line, match.index, match.index + match[0].length) : undefined;
    if (piece) runs.push(piece);
  }
  return runs;
}

/** The number of 18 signs with a check digit that holds: in one piece, or in neighbours of one row that glare parted. */
export function findIdNumber(lines: readonly Line[]): Found<'idNumber'> | undefined {
  const all = new Map<string, Found<'idNumber'>>();
  for (const line of lines) {
    for (const run of runsOf(line)) {
      const pieces = [run];
      if (run.to === line.text.length) {
        for (const next of rightOf(lines, line)) {
          const piece = /^[\dOoQDIlXx]+$/.test(next.text) ? pieceOf(next, 0) : undefined;
          if (!piece) break;
          pieces.push(piece);
        }
      }
      const value = asIdSigns(pieces.map(({ text }) => text).join(''));
      if (isIdNumber(value)) all.set(value, found('idNumber', value, ...pieces));
    }
  }
  // Two different numbers that hold, as on a copy of two cards: which of them is meant is asked.
  return all.size === 1 ? [...all.values()][0] : undefined;
}

interface PrintedDay {
  value: string;
  pieces: readonly Piece[];
}

/** 出生 1949年3月8日, in one box or several. */
function printedBirth(lines: readonly Line[]): PrintedDay | undefined {
  for (const line of lines) {
    const year = /(\d{4})年/.exec(line.text);
    if (!year) continue;
    const pieces = [line, ...rightOf(lines, line)]
      .map((one) => pieceOf(one, one === line ? year.index : 0))
      .filter((piece) => piece !== undefined);
    const text = pieces.map((piece) => piece.text).join('');
    const day = /^(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(text);
    const value = day && isoDay(Number(day[1]), Number(day[2]), Number(day[3]));
    if (value) return { value, pieces };
  }
  return undefined;
}

/** Where the values of the front begin: the left edge that name, sex, birth and address share. */
function isCutOnTheLeft(label: Line, value: Piece): boolean {
  return value.line !== label && value.line.left - label.right > 2.6 * label.height;
}

function findName(lines: readonly Line[], nationality?: string): Found<'name'> | undefined {
  // A crease or the second script of a minority region may take 名 away: then 姓 stands alone.
  const named = labelled(lines, /^(?:姓?名:?|姓$)/, 4);
  if (!named || isCutOnTheLeft(named.label, named.value)) return undefined;
  const { value } = named;
  return isPersonName(value.text, nationality) && isSure(value)
    ? found('name', value.text, value)
    : undefined;
}

function findSex(lines: readonly Line[], id: string | undefined): Found<'sex'> | undefined {
  for (const line of lines) {
    const match = /性?别:?([男女])/.exec(line.text);
    const named = match ? undefined : labelled([line, ...rightOf(lines, line)], /^性别:?$/);
    const at = match ? match.index + match[0].length - 1 : -1;
    const piece = match
      ? pieceOf(line, at, at + 1)
      : named && pieceOf(named.value.line, named.value.from, named.value.from + 1);
    if (!piece || !/^[男女]$/.test(piece.text)) continue;
    // The 17th sign is odd for men (GB 11643).
    const isMan = id === undefined ? undefined : Number(id[16]) % 2 === 1;
    if (isMan !== undefined && isMan !== (piece.text === '男')) return undefined;
    return isSure(piece) ? found('sex', piece.text, piece) : undefined;
  }
  return undefined;
}

function findEthnicity(lines: readonly Line[]): Found<'ethnicity'> | undefined {
  for (const line of lines) {
    const match = /民?族:?(.*)$/.exec(line.text);
    if (!match) continue;
    const rest = pieceOf(line, line.text.length - (match[1] ?? '').length);
    const [next] = rightOf(lines, line);
    const piece = rest ?? (next && pieceOf(next, 0));
    const nationality = piece && nationalityOf(piece.text);
    if (piece && nationality && (isSure(piece) || piece.text !== nationality)) {
      return found('ethnicity', nationality, piece);
    }
  }
  return undefined;
}

/** The lines between birth and number, in their column. */
function findAddress(lines: readonly Line[]): Found<'address'> | undefined {
  const birth = lines.find(({ text }) => /\d{4}年|^出生/.test(text));
  const number = lines.find(({ text }) => /公民|身份号码|\d{14,}/.test(text));
  if (!birth || !number) return undefined;
  const label = lines.find(({ text }) => /^住址?|^址/.test(text));
  // The label may stand in one box with the first line: then only its own two characters are meant.
  const labelEnd = label && label.left + (label.at[1] ?? 0) * (label.right - label.left);
  const inside = lines.filter(
    (line) =>
      line.middle > birth.middle + birth.height / 2 &&
      line.middle < number.middle - number.height / 2 &&
      (labelEnd === undefined || line.right > labelEnd) &&
      !/公民|身份|号码:?$/.test(line.text),
  );
  const pieces = inside
    .map((line) => pieceOf(line, /^(住址|住|址):?/.exec(line.text)?.[0].length ?? 0))
    .filter((piece) => piece !== undefined);
  const [first, ...more] = pieces;
  if (!first || !pieces.every(isSure)) return undefined;
  // Lines of one address begin below each other; one that does not was cut, or is something else.
  const edge = (piece: Piece): number =>
    piece.line.left +
    (piece.from / Math.max(1, piece.line.text.length)) * (piece.line.right - piece.line.left);
  if (more.some((piece) => Math.abs(edge(piece) - edge(first)) > 1.2 * first.line.height))
    return undefined;
  const value = pieces.map(({ text }) => text).join('');
  const isWhole =
    /[省市区县旗州]/.test(value) && /^[\u4e00-\u9fff\dA-Za-z\-#()、]{8,70}$/.test(value);
  return isWhole ? found('address', value, ...pieces) : undefined;
}

/** The side with name and number. */
export function readIdFront(lines: readonly Line[]): Found[] {
  const printed = printedBirth(lines);
  const number = findIdNumber(lines);
  const born = number && birthOfId(number.value);
  // Printed day and number prove each other: where they differ, one was misread, and nobody knows which.
  const isDoubtful = printed !== undefined && born !== undefined && printed.value !== born;
  const id = isDoubtful ? undefined : number;
  const birth = isDoubtful
    ? undefined
    : printed && (id || printed.pieces.every(isSure))
      ? found('birthDate', printed.value, ...printed.pieces)
      : id && born
        ? found('birthDate', born, ...id.pieces)
        : undefined;
  const ethnicity = findEthnicity(lines);
  return [
    findName(lines, ethnicity?.value),
    findSex(lines, id?.value),
    ethnicity,
    birth,
    findAddress(lines),
    id,
  ].filter((one) => one !== undefined);
}

/** First day of the cards of today (Law on Resident Identity Cards, in force 2004). */
const FIRST_YEAR = 2004;
const SPANS = [5, 10, 20];

function findValidity(lines: readonly Line[]): Found[] {
  for (const line of lines) {
    const match = /(\d{4}[.\-]?\d{2}[.\-]?\d{2})-?(\d{4}[.\-]?\d{2}[.\-]?\d{2}|长期)$/.exec(
      line.text,
    );
    const piece = match && pieceOf(line, match.index);
    if (!match || !piece) continue;
    const day = (text: string | undefined) => readDay((text ?? '').replace(/[.\-]/g, ''));
    const [from, to] = [day(match[1]), match[2] === '长期' ? '长期' : day(match[2])];
    if (!from || !to || Number(from.slice(0, 4)) < FIRST_YEAR || !isSure(piece)) continue;
    const years = to === '长期' ? undefined : Number(to.slice(0, 4)) - Number(from.slice(0, 4));
    // Cards run for exactly 5, 10 or 20 years.
    if (years !== undefined && (!SPANS.includes(years) || to.slice(4) !== from.slice(4))) continue;
    return [found('validFrom', from, piece), found('validTo', to, piece)];
  }
  return [];
}

/** The side with the emblem. */
export function readIdBack(lines: readonly Line[]): Found[] {
  const named = labelled(lines, /^签?发?机关:?/, 4);
  const value = named?.value;
  const isIssuer =
    named &&
    value &&
    !isCutOnTheLeft(named.label, value) &&
    /^[\u4e00-\u9fff]{4,25}局$/.test(value.text);
  const issuer =
    value && isIssuer && isSure(value) && hasNoHole(value)
      ? [found('issuer', value.text, value)]
      : [];
  return [...issuer, ...findValidity(lines)];
}
