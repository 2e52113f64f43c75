/** The step of the text that is chosen here, as the style sheet has it. */
export function ownScale(): number {
  const root = getComputedStyle(document.documentElement);
  return Number(root.getPropertyValue('--own-scale')) || 1;
}

/** A claim is being filled in, or signed in for. */
export function isClaimInHand(): boolean {
  const { pathname, search } = location;
  // The way back after signing in stands in the address, encoded.
  return /(\/|%2F)claims(\/|%2F)new(\/|%2F)[^/%&]+(\/|%2F)[^/%&]/i.test(pathname + search);
}

/** Takes a signed link out of the address: who hands the page on hands on no suggestion made for somebody else. */
export function dropLink(): void {
  const url = new URL(location.href);
  for (const name of ['m', 'k', 'e', 'sig']) url.searchParams.delete(name);
  history.replaceState(history.state, '', url.pathname + url.search + url.hash);
}
