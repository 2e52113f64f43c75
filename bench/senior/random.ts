/** Numbers that are the same in every run from the same seed (mulberry32), and what is drawn from them. */
export interface Random {
  /** Evenly between 0 and 1. */
  even(): number;
  /** Standard normal (Box–Muller). */
  normal(): number;
  /** How often something happens that happens `mean` times on average (Poisson; small means only). */
  count(mean: number): number;
  chance(share: number): boolean;
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const even = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    even,
    normal: () => Math.sqrt(-2 * Math.log(1 - even())) * Math.cos(2 * Math.PI * even()),
    count: (mean) => {
      let count = 0;
      for (let left = even(); left > Math.exp(-mean); left *= even()) count += 1;
      return count;
    },
    chance: (share) => even() < share,
  };
}
