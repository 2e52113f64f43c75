/**
 * A claim's number as it is said and written everywhere: `SL261123000017` → `SL 2611 2300 0017`. A number that has
 * groups keeps its own.
 */
export function numberInGroups(number: string): string {
  if (/[\s-]/.test(number)) return number.replace(/[\s-]+/g, ' ');
  return number.replace(/^(\D*)(\d+)$/, (_, head: string, digits: string) =>
    `${head} ${digits.replace(/(\d{4})(?=\d)/g, '$1 ')}`.trim(),
  );
}
