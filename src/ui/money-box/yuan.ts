/** Full-width digits and signs, as Chinese keyboards write them, become plain ones. */
function toPlain(text: string): string {
  return text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\s,，、¥￥元圆块]/g, '')
    .replace('。', '.');
}

/**
 * Money as a person writes it, to 分. Takes spaces, commas, ¥ and 元, full-width digits, at most two decimals.
 * @returns integer 分 (negative for a negative sum: validation says what is wrong), or undefined where it is no sum
 */
export function readYuan(text: string): number | undefined {
  const match = /^(-?)(\d{1,13})(?:\.(\d{0,2}))?$/.exec(toPlain(text));
  if (!match) return undefined;
  const fen = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return match[1] ? -fen : fen;
}

/** 分 as plain yuan for the box: `123456` → `1234.56`, whole yuan without decimals. */
export function writeYuan(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / 100);
  const rest = Math.abs(fen) % 100;
  return `${fen < 0 ? '-' : ''}${whole}${rest ? `.${String(rest).padStart(2, '0')}` : ''}`;
}
