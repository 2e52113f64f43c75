import { mkdirSync, writeFileSync } from 'node:fs';
import { priors } from '../../src/domain/senior/evidence.ts';
import { table } from '../statistics.ts';
import {
  byDecade,
  byHardSign,
  calibrate,
  judge,
  SEED,
  SESSIONS_EACH,
  simulate,
} from './evaluate.ts';
import type { Rates } from './measures.ts';
import { answerings, type Outcome } from './outcomes.ts';
import { worldsOf, type World } from './population.ts';
import { rules } from './rules.ts';

/** `npm run bench:senior -- 100000` simulates so many people for each prior; half as many for each variation. */
const PEOPLE = Math.max(1000, Number(process.argv[2] ?? 20_000));
const RESULTS = new URL('../results/', import.meta.url);
const NOTE =
  'Simulated people prove code and calibration, not accuracy: they are made from the same papers as the rules.';

console.log(`${NOTE}\n`);

const two = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(2));
const three = (value: number) => value.toFixed(3);
const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
const rateCells = ({ recall, falseOffers, precision }: Rates) => [
  three(recall),
  three(falseOffers),
  two(precision),
];

function report(prior: number) {
  const [published, ...variations] = worldsOf(prior) as [World, ...World[]];
  const sessions = simulate(published, PEOPLE, SESSIONS_EACH, SEED);
  const judged = Object.keys(rules).map((name) => judge(name, sessions, prior));
  const calibration = calibrate(sessions, prior);
  const ours = judged.find(({ rule }) => rule === 'our policy') as (typeof judged)[number];
  const hardSigns = byHardSign(sessions, prior);
  const decades = byDecade(sessions, calibration[0]?.estimates ?? [], ours.treatments);
  const stress = [published, ...variations].map((world) => {
    const few = simulate(world, Math.ceil(PEOPLE / 2), 1, SEED + 2);
    const pick = (name: string) => {
      const { treatments: _all, ...rest } = judge(name, few, prior);
      return rest;
    };
    return {
      world: world.name,
      rules: ['our policy', 'ours, p with the whole bundle', 'chooser for all'].map(pick),
    };
  });

  console.log(
    `Share of 60 and over: ${percent(prior)}; ${PEOPLE} people, ${sessions.length} sessions\n`,
  );
  console.log(
    table([
      [
        'pointed at large text',
        'recall 60+',
        'false',
        'precision',
        'recall wish',
        'false',
        'precision',
        'automatic 60+',
        'false',
        'precision',
        'help for struggle',
      ],
      ...judged.map((one) => [
        one.rule,
        ...rateCells(one.age60),
        ...rateCells(one.wantsLarge),
        ...rateCells(one.automatic60),
        percent(one.helpForStruggle),
      ]),
    ]),
  );
  for (const { name } of answerings) {
    console.log(
      `\n${table([
        [`${name} (A)`, 'in wished mode', 'wanted, got', 'unwanted', 'prompts / 1000'],
        ...judged.map(({ rule, outcomes }) => outcomeCells(rule, outcomes[name] as Outcome)),
      ])}`,
    );
  }
  console.log(
    `\n${table([
      ['calibration, 60+', 'Brier session', 'ECE', 'Brier person', 'ECE', 'AUC person (95 %)'],
      ...calibration.map((one) => [
        `p with ${one.bundle}`,
        three(one.brierBySession),
        three(one.eceBySession),
        three(one.brierByPerson),
        three(one.eceByPerson),
        `${three(one.aucByPerson[0])} (${three(one.aucByPerson[1])}–${three(one.aucByPerson[2])})`,
      ]),
    ])}\n\n${table([
      ['switched by itself at the start', 'sessions', 'are 60+', 'want large text'],
      ...hardSigns.map(({ sign, share, is60, wantsLarge }) => [
        sign,
        percent(share),
        percent(is60),
        percent(wantsLarge),
      ]),
    ])}\n\n${table([
      [
        'our policy by age',
        'mean p',
        'is 60+',
        'wants large',
        'pointed',
        'automatic',
        'help for struggle',
      ],
      ...decades.map((one) => [
        one.ages,
        two(one.meanP),
        String(one.is60),
        percent(one.wantsLarge),
        percent(one.pointed),
        percent(one.automatic),
        percent(one.helpForStruggle),
      ]),
    ])}\n\n${table([
      [
        'in wished mode, 50 % skip',
        'our policy',
        'whole bundle',
        'chooser for all',
        'precision 60+, ours',
        'whole bundle',
      ],
      ...stress.map(({ world, rules: [own, whole, chooser] }) => [
        world,
        ...[own, whole, chooser].map((one) =>
          percent(one?.outcomes[answerings[1]?.name ?? '']?.inWishedMode ?? NaN),
        ),
        two(own?.age60.precision),
        two(whole?.age60.precision),
      ]),
    ])}\n`,
  );
  return {
    prior,
    hardSigns,
    rules: judged.map(({ treatments: _all, ...rest }) => rest),
    calibration: calibration.map(({ estimates: _all, ...rest }) => rest),
    decades,
    stress,
  };
}

function outcomeCells(rule: string, one: Outcome): string[] {
  return [
    rule,
    percent(one.inWishedMode),
    percent(one.wantedAndGot),
    percent(one.unwanted),
    one.promptsPer1000.toFixed(0),
  ];
}

const results = [priors.netizens, priors.older].map(report);
mkdirSync(RESULTS, { recursive: true });
const round = (_key: string, value: unknown) =>
  typeof value === 'number' ? Number(value.toFixed(4)) : value;
const file = {
  note: NOTE,
  seed: SEED,
  people: PEOPLE,
  sessionsEach: SESSIONS_EACH,
  answerings,
  results,
};
writeFileSync(new URL('senior.json', RESULTS), `${JSON.stringify(file, round, 2)}\n`);
