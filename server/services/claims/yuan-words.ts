/** 分 as yuan, the way people write it: 1,280.50, and no cents where there are none. */
export function yuanWords(fen: number): string {
  const yuan = Math.trunc(fen / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
  const cents = fen % 100;
  return cents === 0 ? yuan : `${yuan}.${String(cents).padStart(2, '0')}`;
}
