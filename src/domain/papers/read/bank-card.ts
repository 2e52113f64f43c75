import { hasLuhnCheckDigit } from '../../flow/validate.ts';
import { BANK_NAMES, bankOfCard, hasCardLength } from './banks.ts';
import { found, isSure, type Found } from './found.ts';
import { asDigits, pieceOf, rightOf, type Line, type Piece } from './lines.ts';

const DIGITS_ONLY = /^[\dOoQDIl|ZzSsB]+$/;

/** Places of the characters of pieces in px along their row. */
function placesOf(pieces: readonly Piece[]): number[] {
  return pieces.flatMap(({ line, from, to }) =>
    line.at.slice(from, to).map((at) => line.left + at * (line.right - line.left)),
  );
}

/** How far apart the digits of two groups may stand, in steps of one digit; a hidden group leaves more. */
const GAP_MAX = 4.4;

/** Sizes of groups as cards print them: all of one, fours with a rest, six and the rest. */
function areGroups(sizes: readonly number[]): boolean {
  const [first = 0, ...rest] = sizes;
  const last = rest[rest.length - 1] ?? 0;
  if (rest.length === 0) return true;
  if (rest.length === 1) return first === 6 && last >= 10;
  return sizes.slice(0, -1).every((size) => size === 4) && last >= 1 && last <= 4;
}

/**
 * Whether the digits stand as a card prints them. A gap in another place, or a wider one than the others, is where a
 * finger or a reflection hides some, and what is left may still have a check digit that holds.
 */
function isWithoutGap(pieces: readonly Piece[]): boolean {
  const places = placesOf(pieces);
  const steps = places.slice(1).map((x, i) => x - (places[i] ?? 0));
  const usual = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  if (usual <= 0) return false;
  if (steps.every((step) => step < 2.9 * usual)) return true;
  const gaps = steps.filter((step) => step > 1.6 * usual);
  const sizes: number[] = [1];
  for (const step of steps) {
    if (step > 1.6 * usual) sizes.push(1);
    else sizes[sizes.length - 1] = (sizes[sizes.length - 1] ?? 0) + 1;
  }
  const isEven = Math.max(...gaps) < 1.5 * Math.min(...gaps) && Math.max(...gaps) < GAP_MAX * usual;
  return isEven && areGroups(sizes);
}

/** The number of a row: all its digits, whole. */
function numberOfRow(lines: readonly Line[], line: Line): Found<'cardNumber'> | undefined {
  const pieces: Piece[] = [];
  for (const one of [line, ...rightOf(lines, line)]) {
    const piece = DIGITS_ONLY.test(one.text) ? pieceOf(one, 0) : undefined;
    if (!piece) break;
    pieces.push(piece);
  }
  if (pieces.length === 0) return undefined;
  const value = asDigits(pieces.map(({ text }) => text).join(''));
  const holds = /^\d{16,19}$/.test(value) && hasLuhnCheckDigit(value) && hasCardLength(value);
  return holds && isWithoutGap(pieces) ? found('cardNumber', value, ...pieces) : undefined;
}

function findNumber(lines: readonly Line[]): Found<'cardNumber'> | undefined {
  const numbers = lines.map((line) => numberOfRow(lines, line)).filter((one) => one !== undefined);
  const distinct = new Set(numbers.map(({ value }) => value));
  return distinct.size === 1 ? numbers[0] : undefined;
}

function findBank(lines: readonly Line[], card: string | undefined): Found<'bank'> | undefined {
  for (const line of lines) {
    const name = BANK_NAMES.find((one) => line.text.includes(one));
    const at = name ? line.text.indexOf(name) : 0;
    const own = name ?? /^[\u4e00-\u9fff]{2,12}(银行|信用社|信用联社|联合社)$/.exec(line.text)?.[0];
    const piece = own ? pieceOf(line, at, at + own.length) : undefined;
    if (!own || !piece || !isSure(piece)) continue;
    // A name inside a longer one (中国银行 in 某中国银行) is another bank.
    if (name && /[\u4e00-\u9fff]/.test(line.text[at - 1] ?? '')) continue;
    const byNumber = card ? bankOfCard(card) : undefined;
    if (byNumber && byNumber !== own) return undefined;
    return found('bank', own, piece);
  }
  return undefined;
}

function findValidThru(lines: readonly Line[]): Found<'validThru'> | undefined {
  const all = lines
    .map((line) => ({
      line,
      match: /(?:^|[A-Z:至期])((?:0[1-9]|1[0-2])\/\d{2})$/i.exec(line.text),
    }))
    .filter(({ match }) => match !== null);
  const [only] = all;
  const text = only?.match?.[1];
  const piece = only && text ? pieceOf(only.line, only.line.text.length - text.length) : undefined;
  return piece && text && all.length === 1 && isSure(piece)
    ? found('validThru', text, piece)
    : undefined;
}

/** A bank card's front. */
export function readBankCard(lines: readonly Line[]): Found[] {
  const number = findNumber(lines);
  return [number, findBank(lines, number?.value), findValidThru(lines)].filter(
    (one) => one !== undefined,
  );
}
