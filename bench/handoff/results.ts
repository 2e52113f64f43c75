import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

/** What became of one part: its figures, and what did not hold. */
interface Outcome {
  at: string;
  seconds: number;
  figures?: unknown;
  misses: string[];
}

/** Full figures are kept with the repository; those of a small run only show that it works. */
const places = {
  full: new URL('../results/handoff.json', import.meta.url),
  few: new URL('../.work/handoff-few.json', import.meta.url),
};

type Kept = Record<string, unknown>;

/** Notes the outcome of each part as soon as it is there: one that fails, or a run that is stopped, takes none along. */
export class Results {
  readonly #file: URL;
  readonly misses: string[] = [];

  constructor(isFew: boolean) {
    this.#file = isFew ? places.few : places.full;
  }

  #read(): Kept {
    try {
      return JSON.parse(readFileSync(this.#file, 'utf8')) as Kept;
    } catch {
      return {};
    }
  }

  /**
   * Runs one part. What goes wrong in it is told and noted like what does not hold; the parts after it run.
   * @param run gets a place to say what must hold; gives the figures
   */
  async part(
    name: string,
    run: (hold: (what: string, isHeld: boolean) => void) => Promise<unknown>,
  ): Promise<void> {
    const started = performance.now();
    const one: Outcome = { at: new Date().toISOString(), seconds: 0, misses: [] };
    const hold = (what: string, isHeld: boolean) => {
      if (!isHeld) one.misses.push(`${name}: ${what}`);
    };
    try {
      one.figures = await run(hold);
    } catch (error) {
      console.error(error);
      one.misses.push(`${name}: ended with ${error instanceof Error ? error.message : 'an error'}`);
    }
    one.seconds = Math.round((performance.now() - started) / 1000);
    this.misses.push(...one.misses);
    const machine = {
      cores: cpus().length,
      model: cpus()[0]?.model,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      node: process.version,
    };
    mkdirSync(new URL('./', this.#file), { recursive: true });
    const kept = { ...this.#read(), machine, [name]: one };
    writeFileSync(this.#file, `${JSON.stringify(kept, null, 2)}\n`);
  }
}
