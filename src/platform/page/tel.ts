/** The `tel:` address of a number as it is shown: `95500 12` is dialled as `9550012`. */
export function telHref(number: string): string {
  return `tel:${number.replace(/[^\w+]/g, '')}`;
}
