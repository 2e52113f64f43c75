import { found, hasNoHole, isSure, type Found } from './found.ts';
import { findIdNumber } from './id-card.ts';
import { findTotal } from './invoice-total.ts';
import { labelled, pieceOf, withWideBrackets, type Line } from './lines.ts';
import { isHospitalName, isPersonName } from './names.ts';
import { findStay } from './stay.ts';

/** A hospital's name that stands alone, as above a discharge record. */
function findHeading(lines: readonly Line[]): Found | undefined {
  const names = lines.filter(({ text }) => isHospitalName(text) && !/中心$/.test(text));
  const pieces = names.map((line) => pieceOf(line, 0)).filter((piece) => piece !== undefined);
  const [first] = pieces;
  const isOne = first && pieces.every(({ text }) => text === first.text);
  return isOne && isSure(first) && hasNoHole(first)
    ? found('hospital', withWideBrackets(first.text), first)
    : undefined;
}

/** Any other paper, a discharge record above all: only what its labels name without doubt. */
export function readOther(lines: readonly Line[]): Found[] {
  const named = labelled(lines, /^(?:患者|病人|被保险人)?姓名:?/, 2.6)?.value;
  // The next label may stand in the same box: 姓名:王桂兰性别:女.
  const end = named?.text.search(/性别|年龄|科别|科室|住院号/) ?? -1;
  const own = named && end > 0 ? pieceOf(named.line, named.from, named.from + end) : named;
  const total = findTotal(lines);
  return [
    own && isPersonName(own.text) && isSure(own) ? found('patientName', own.text, own) : undefined,
    findIdNumber(lines),
    findHeading(lines),
    total && found('totalFen', total.fen, ...total.pieces),
    ...findStay(lines, undefined),
  ].filter((one) => one !== undefined);
}
