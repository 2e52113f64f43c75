import { noBehaviour, type BehaviourSummary } from '../../src/domain/senior/behaviour.ts';
import type { LinkKind } from '../../src/domain/api/link.ts';
import type { Random } from './random.ts';

/**
 * Simulated people after senior-signals.md §4. The same papers feed the evidence tables, so that this proves code, the
 * arithmetic of calibration and robustness, never accuracy (§8, 2). `A`: an assumption, varied by `worlds`.
 */
export interface World {
  name: string;
  /** Share of 60 and over. */
  prior: number;
  /** Correlation of the residuals: one slow person is slow at everything (A). */
  rho: number;
  /** Factor on every spread, and on every slope by age. */
  spread: number;
  slope: number;
  /** Share of the under 60 whose σ of taps is 1.7 times larger. */
  motorImpaired: number;
  /** Share of the 60 and over who work like people of 35. */
  expertSeniors: number;
  /** Share of hosts that say how large their text is. */
  hostAnswers: number;
  /** Share of the 60 and over who are without a wish for large text of their own host (A: .50). */
  seniorsAtDefault: number;
}

export interface Person {
  id: number;
  age: number;
  is60: boolean;
  /** Would choose the large mode if asked (A: that wish and choice are the same). */
  wantsLarge: boolean;
  /** The host's text scale; undefined where it does not say. */
  host?: number;
  wantsContrast: boolean;
  tapSigmaMm: number;
  readMs: number;
  wpm: number;
  errorsPerTask: number;
}

/** Taps on small targets: how many, and the sum of their squared distances from the centre, CSS px². */
export interface Taps {
  count: number;
  squaredPx: number;
}

/** One session of a person: what was seen, and what the reference model would measure in addition. */
export interface Session {
  person: Person;
  links: readonly LinkKind[];
  behaviour: BehaviourSummary;
  taps: Taps;
  readMs: number;
  wpm: number;
}

/** Share that would choose large text: 60+ (Shanghai 2022, C) and others (Q42 2021). */
const WISHES = { older: 0.725, others: 0.2 };

const base: Omit<World, 'name' | 'prior'> = {
  rho: 0.5,
  spread: 1,
  slope: 1,
  motorImpaired: 0,
  expertSeniors: 0,
  hostAnswers: 1,
  seniorsAtDefault: 0.5,
};

const stresses: [string, Partial<World>][] = [
  ['as published', {}],
  ['spreads −30 %', { spread: 0.7 }],
  ['spreads +30 %', { spread: 1.3 }],
  ['slopes by age −30 %', { slope: 0.7 }],
  ['slopes by age +30 %', { slope: 1.3 }],
  ['ρ 0', { rho: 0 }],
  ['ρ 0.8', { rho: 0.8 }],
  ['5 % of younger with impaired hands', { motorImpaired: 0.05 }],
  ['30 % expert seniors', { expertSeniors: 0.3 }],
  ['60 % of hosts say their text size', { hostAnswers: 0.6 }],
  ['seniors enlarge more (Shanghai bound)', { seniorsAtDefault: 0.275 }],
];

/** The world as published and its variations, for one share of 60 and over. */
export function worldsOf(prior: number): World[] {
  return stresses.map(([name, change]) => ({ ...base, ...change, name, prior }));
}

export function drawPerson(id: number, world: World, random: Random): Person {
  const is60 = random.chance(world.prior);
  const age = is60 ? seniorAge(random) : 18 + random.even() * 42;
  const works = is60 && random.chance(world.expertSeniors) ? 35 : age;
  const shared = random.normal();
  const residual = (sd: number) =>
    (Math.sqrt(world.rho) * shared + Math.sqrt(1 - world.rho) * random.normal()) *
    sd *
    world.spread;
  const isImpaired = !is60 && random.chance(world.motorImpaired);
  const host = drawHost(is60, world, random);
  // `WISHES` in all: nearly all of those who have enlarged the host's text themselves (A), the rest to match.
  const wish = host > 1 ? 0.95 : is60 ? 0.5 : 0.03;
  return {
    id,
    age,
    is60,
    wantsLarge: random.chance(wish),
    host: random.chance(world.hostAnswers) ? host : undefined,
    wantsContrast: random.chance(is60 ? 0.045 : 0.03),
    tapSigmaMm:
      Math.exp(Math.log(1.46) + world.slope * 0.01221 * (works - 28.9) + residual(0.3)) *
      (isImpaired ? 1.7 : 1),
    readMs: Math.exp(Math.log(3158) + world.slope * 0.00998 * (works - 23) + residual(0.23)),
    wpm: Math.exp(Math.log(39.6) - world.slope * 0.01052 * (works - 15) - residual(0.35)),
    // F-22: 0.6 and 4.6 errors per task, taken at 35 and 73 (A), with a person's own share of the spread.
    errorsPerTask: Math.exp(Math.log(0.6) + world.slope * 0.0536 * (works - 35) + residual(0.5)),
  };
}

/** Steps of a claim, and small targets tapped in it: 25 taps as in §4. */
const STEPS = 10;
const CONTROLS = 8;
const TAPS = 25;
const MM_PER_PX = 0.157;
/** The smallest target of the standard mode, CSS px. */
const TARGET_PX = 44;

export function drawSession(person: Person, random: Random): Session {
  const links: LinkKind[] = [];
  // LR 10 and 1.5. Staff ask before they send one: it goes to who wants large text (A); a printed code goes to everybody.
  const staffShare = person.is60 ? 0.04 / WISHES.older : 0.004 / WISHES.others;
  if (person.wantsLarge && random.chance(staffShare)) links.push('staff');
  if (random.chance(person.is60 ? 0.06 : 0.04)) links.push('qr');
  return {
    person,
    links,
    taps: drawTaps(person, random),
    behaviour: {
      ...noBehaviour,
      nearMisses: drawNearMisses(person, random),
      errors: Object.fromEntries(
        Array.from({ length: STEPS }, (_none, step) => [
          `step-${step}`,
          random.count(person.errorsPerTask / STEPS),
        ]),
      ),
      pinches: random.count(person.is60 ? 0.19 : 0.105),
    },
    readMs: person.readMs * Math.exp(random.normal() * 0.5),
    wpm: person.wpm,
  };
}

function seniorAge(random: Random): number {
  for (;;) {
    const age = 60 - 7 * Math.log(1 - random.even());
    if (age < 90) return age;
  }
}

/** Levels default, larger, care: 60+ .50/.33/.17, others .815/.155/.03 (A). */
function drawHost(is60: boolean, world: World, random: Random): number {
  const atDefault = is60 ? world.seniorsAtDefault : 0.815;
  const care = is60 ? (1 - atDefault) * 0.34 : 0.03;
  const draw = random.even();
  if (draw < atDefault) return 1;
  return draw < 1 - care ? 1.2 : 1.4;
}

function drawTaps({ tapSigmaMm }: Person, random: Random): Taps {
  let squaredPx = 0;
  for (let tap = 0; tap < TAPS; tap += 1) {
    squaredPx += (random.normal() ** 2 + random.normal() ** 2) * (tapSigmaMm / MM_PER_PX) ** 2;
  }
  return { count: TAPS, squaredPx };
}

/** Each control is tried until it is hit: §1.2's round target. */
function drawNearMisses({ tapSigmaMm }: Person, random: Random): Record<string, number> {
  const radius = (TARGET_PX / 2) * MM_PER_PX;
  const miss = Math.exp(-(radius ** 2) / (2 * tapSigmaMm ** 2));
  const misses: Record<string, number> = {};
  for (let control = 0; control < CONTROLS; control += 1) {
    let count = 0;
    while (count < 10 && random.chance(miss)) count += 1;
    misses[`control-${control}`] = count;
  }
  return misses;
}
