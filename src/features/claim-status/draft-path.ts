/**
 * Where a draft is gone on with: the address of its last page, which opens at the first question without an answer and
 * shows everything where there is none.
 */
export function draftPath(flow: string): string {
  return `/claims/new/${flow}/check`;
}
