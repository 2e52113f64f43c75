/** All that sticks leaves at least this share of the window to the page: else the bar stands at its top only. */
const FREE_SHARE = 0.45;
const STUCK_BELOW = ['--help-bar-height', '--dock-height', '--writing-height'];

/** Whether a bar of this height, px, with all that sticks below, takes too much of the window. */
export function isTooTall(height: number, windowHeight: number): boolean {
  const style = getComputedStyle(document.documentElement);
  const below = STUCK_BELOW.map((name) => parseFloat(style.getPropertyValue(name)) || 0);
  return below.reduce((sum, one) => sum + one, height) > windowHeight * (1 - FREE_SHARE);
}
