interface Asked<K, V> {
  key: K;
  found: (value: V | undefined) => void;
  failed: (error: unknown) => void;
}

/** More in one question would make all of them wait for its answer. */
const MOST = 200;

/**
 * Questions of one kind, asked by many at once, go to the database together: while one round is under way the next one
 * gathers. A quiet server asks at once; the busier it is, the fewer questions each answer costs. What is found was read
 * after it was asked for.
 */
export class Batched<K, V> {
  readonly #read: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>;
  #asked: Asked<K, V>[] = [];
  #isBusy = false;

  /** @param read finds many at once, by key; a failure is that of all who asked */
  constructor(read: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>) {
    this.#read = read;
  }

  /** One of them, or nothing where there is none. */
  get(key: K): Promise<V | undefined> {
    return new Promise((found, failed) => {
      this.#asked.push({ key, found, failed });
      if (this.#isBusy) return;
      this.#isBusy = true;
      // Whoever comes in the same turn comes along.
      setImmediate(() => void this.#run());
    });
  }

  async #run(): Promise<void> {
    while (this.#asked.length > 0) {
      const round = this.#asked.splice(0, MOST);
      try {
        const values = await this.#read([...new Set(round.map(({ key }) => key))]);
        for (const { key, found } of round) found(values.get(key));
      } catch (error) {
        for (const { failed } of round) failed(error);
      }
    }
    this.#isBusy = false;
  }
}

/** One of these for each database handle, made when it is first asked for. */
export function batchedBy<H extends object, K, V>(
  read: (handle: H, keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
): (handle: H) => Batched<K, V> {
  const made = new WeakMap<H, Batched<K, V>>();
  return (handle) => {
    const known = made.get(handle);
    if (known) return known;
    const batched = new Batched<K, V>((keys) => read(handle, keys));
    made.set(handle, batched);
    return batched;
  };
}
