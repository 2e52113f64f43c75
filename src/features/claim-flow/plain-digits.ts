/** What is typed into a number beside its digits: spaces, hyphens, full-width digits. */
export function plainDigits(typed: string): string {
  return typed
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\s-]/g, '')
    .slice(0, 30);
}
