import { policyConfig, decide } from '../../src/domain/senior/policy.ts';
import { aucInterval, brier, calibrationError, mean, ratesOf } from './measures.ts';
import { answerings, drawMood, outcomeOf, type Outcome } from './outcomes.ts';
import { drawPerson, drawSession, type Session, type World } from './population.ts';
import { randomFrom } from './random.ts';
import { referenceP, signalsAtStart, signBundles } from './reference-model.ts';
import { rules, type Treatment } from './rules.ts';

export const SESSIONS_EACH = 3;
export const SEED = 20_261_121;

/** Nobody is pointed at anything by a neutral question; the row of the chooser alone counts it as an offer to all. */
const isPointed = ({ isAutomatic, isPreselected, isOfferedBySign }: Treatment) =>
  isAutomatic || isPreselected || isOfferedBySign;

/** So many people of a world, each with so many sessions, one after the other. */
export function simulate(
  world: World,
  people: number,
  sessionsEach: number,
  seed: number,
): Session[] {
  const random = randomFrom(seed);
  return Array.from({ length: people }, (_none, id) => {
    const person = drawPerson(id, world, random);
    return Array.from({ length: sessionsEach }, () => drawSession(person, random));
  }).flat();
}

/** One rule over all sessions: whom it points at large text, and where people end up. */
export function judge(name: string, sessions: readonly Session[], prior: number) {
  const rule = rules[name];
  if (!rule) throw new Error(`no rule ${name}`);
  const treatments = sessions.map((session) => rule(session, prior));
  const rates = (isFlagged: (treatment: Treatment) => boolean, target: 'is60' | 'wantsLarge') =>
    ratesOf(
      treatments.map((treatment, at) => ({
        isFlagged: isFlagged(treatment),
        isTrue: (sessions[at] as Session).person[target],
      })),
    );
  const isOffer = name === 'chooser for all' ? () => true : isPointed;
  const random = randomFrom(SEED + 1);
  const moods = sessions.map(() => drawMood(random));
  return {
    rule: name,
    age60: rates(isOffer, 'is60'),
    wantsLarge: rates(isOffer, 'wantsLarge'),
    automatic60: rates(({ isAutomatic }) => isAutomatic, 'is60'),
    helpForStruggle: mean(
      treatments.map(({ isOfferedForStruggle }) => Number(isOfferedForStruggle)),
    ),
    outcomes: Object.fromEntries(
      answerings.map((answering) => [
        answering.name,
        outcomeOf(sessions, treatments, moods, answering),
      ]),
    ) as Record<string, Outcome>,
    treatments,
  };
}

/** How well the estimates fit: for each bundle of behaviour, by session and by person (mean of their sessions). */
export function calibrate(sessions: readonly Session[], prior: number) {
  return Object.entries({ 'our signs': [], ...signBundles }).map(([bundle, signs]) => {
    const bySession = sessions.map((session) => ({
      p: referenceP(session, prior, signs),
      isTrue: session.person.is60,
    }));
    const byPerson = Array.from({ length: sessions.length / SESSIONS_EACH }, (_none, at) => {
      const own = bySession.slice(at * SESSIONS_EACH, (at + 1) * SESSIONS_EACH);
      return { p: mean(own.map(({ p }) => p)), isTrue: own[0]?.isTrue === true };
    });
    return {
      bundle,
      brierBySession: brier(bySession),
      eceBySession: calibrationError(bySession),
      brierByPerson: brier(byPerson),
      eceByPerson: calibrationError(byPerson),
      aucByPerson: aucInterval(byPerson),
      estimates: bySession.map(({ p }) => p),
    };
  });
}

/** What the policy does at each age: most "false" offers go to people in their fifties. */
export function byDecade(
  sessions: readonly Session[],
  estimates: readonly number[],
  ours: Treatment[],
) {
  const rows = sessions.map((session, at) => ({
    ...session.person,
    p: estimates[at] as number,
    treatment: ours[at] as Treatment,
  }));
  return [18, 30, 40, 50, 60, 65, 70, 80, 91].slice(0, -1).map((from, at, starts) => {
    const to = starts[at + 1] ?? 91;
    const own = rows.filter(({ age }) => age >= from && age < to);
    return {
      ages: `${from}–${to - 1}`,
      sessions: own.length,
      meanP: mean(own.map(({ p }) => p)),
      is60: Number(from >= 60),
      wantsLarge: mean(own.map(({ wantsLarge }) => Number(wantsLarge))),
      pointed: mean(own.map(({ treatment }) => Number(isPointed(treatment)))),
      automatic: mean(own.map(({ treatment }) => Number(treatment.isAutomatic))),
      helpForStruggle: mean(own.map(({ treatment }) => Number(treatment.isOfferedForStruggle))),
    };
  });
}

/** Who is switched by each hard sign: shares of 60+ and of those who want large text among them. */
export function byHardSign(sessions: readonly Session[], prior: number) {
  const config = { ...policyConfig, prior };
  const switched = sessions.flatMap((session) => {
    const { isAutomatic, reasons } = decide(signalsAtStart(session), config);
    return isAutomatic ? [{ ...session.person, sign: reasons.join(' + ') }] : [];
  });
  return [...new Set(switched.map(({ sign }) => sign))].sort().map((sign) => {
    const own = switched.filter((one) => one.sign === sign);
    return {
      sign,
      share: own.length / sessions.length,
      is60: mean(own.map(({ is60 }) => Number(is60))),
      wantsLarge: mean(own.map(({ wantsLarge }) => Number(wantsLarge))),
    };
  });
}
