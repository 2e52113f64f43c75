/** One estimate and what was true. */
export interface Judged {
  p: number;
  isTrue: boolean;
}

/** Shares from 0 to 1; undefined where nothing was there to divide by. */
export interface Rates {
  recall: number;
  falseOffers: number;
  precision: number | undefined;
}

/** How a yes-or-no rule did. `falseOffers` is the share of those of whom it is not true that were flagged. */
export function ratesOf(flags: readonly { isFlagged: boolean; isTrue: boolean }[]): Rates {
  const count = (isFlagged: boolean, isTrue: boolean) =>
    flags.filter((one) => one.isFlagged === isFlagged && one.isTrue === isTrue).length;
  const hits = count(true, true);
  const misfires = count(true, false);
  return {
    recall: hits / (hits + count(false, true)),
    falseOffers: misfires / (misfires + count(false, false)),
    precision: hits + misfires ? hits / (hits + misfires) : undefined,
  };
}

/** Mean squared error of the estimates. */
export function brier(judged: readonly Judged[]): number {
  return mean(judged.map(({ p, isTrue }) => (p - Number(isTrue)) ** 2));
}

/** Expected calibration error over ten bins of equal width. */
export function calibrationError(judged: readonly Judged[]): number {
  const bins: Judged[][] = Array.from({ length: 10 }, () => []);
  for (const one of judged) bins[Math.min(9, Math.floor(one.p * 10))]?.push(one);
  return bins.reduce((sum, bin) => {
    if (!bin.length) return sum;
    const gap = mean(bin.map(({ p }) => p)) - mean(bin.map(({ isTrue }) => Number(isTrue)));
    return sum + (Math.abs(gap) * bin.length) / judged.length;
  }, 0);
}

/** How likely a true one has the higher estimate than a false one; ties count half. */
export function auc(judged: readonly Judged[]): number {
  const sorted = [...judged].sort((a, b) => a.p - b.p);
  let ranks = 0;
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (to < sorted.length && (sorted[to] as Judged).p === (sorted[from] as Judged).p) to += 1;
    for (let at = from; at < to; at += 1) {
      if ((sorted[at] as Judged).isTrue) ranks += (from + 1 + to) / 2;
    }
    from = to;
  }
  const positives = judged.filter(({ isTrue }) => isTrue).length;
  const negatives = judged.length - positives;
  return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** 95 % interval of the AUC by DeLong's variance in Hanley and McNeil's form; one value per person, or it is too narrow. */
export function aucInterval(judged: readonly Judged[]): [number, number, number] {
  const area = auc(judged);
  const positives = judged.filter(({ isTrue }) => isTrue).length;
  const negatives = judged.length - positives;
  const q1 = area / (2 - area);
  const q2 = (2 * area ** 2) / (1 + area);
  const variance =
    (area * (1 - area) + (positives - 1) * (q1 - area ** 2) + (negatives - 1) * (q2 - area ** 2)) /
    (positives * negatives);
  const half = 1.96 * Math.sqrt(variance);
  return [area, area - half, area + half];
}

/** @throws RangeError for no values: a run that measured nothing must not pass for 0 */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('the mean of nothing');
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
