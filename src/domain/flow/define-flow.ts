import type { FieldSpec, Flow, Step } from './types.ts';

/** The seven key matters (P6), in the order in which they are put. */
export const matterIds = [
  'matterWhat',
  'matterWhom',
  'matterHowMuch',
  'matterPayee',
  'matterConsents',
  'matterTimeLimits',
  'matterObjection',
] as const;
export type MatterId = (typeof matterIds)[number];

type Fail = (why: string) => never;

/** What one field may compare with or put before the customer: only what is asked before it. */
function checkField(field: string, spec: FieldSpec, asked: ReadonlySet<string>, fail: Fail): void {
  if (spec.kind === 'date' && spec.notBefore && !asked.has(spec.notBefore)) {
    fail(`${field} compares with ${spec.notBefore}, which is not asked before it`);
  }
  if (spec.kind === 'matter') {
    const later = spec.shows.find((shown) => !asked.has(shown));
    if (later) fail(`${field} shows ${later}, which is not asked before it`);
  }
  if (spec.kind === 'photos' && !spec.hasWays && !spec.isOptional) {
    fail(`${field} has no way for somebody who cannot take photos (E5)`);
  }
  if (spec.kind === 'choice' && spec.options.length < 2) fail(`${field} leaves no choice`);
}

/** A screen of its own holds only what it is made for. */
function checkScreen(step: Step, flow: Flow, fail: Fail): void {
  const kinds = step.ask.map((field) => flow.fields[field]?.kind);
  if (step.screen === 'papers' && kinds.some((kind) => kind !== 'photos')) {
    fail(`step ${step.id} is a list of papers and asks something else`);
  }
  if (step.screen === 'matters' && step.ask.join() !== matterIds.join()) {
    fail(`step ${step.id} puts other matters than the seven, or in another order (P6)`);
  }
  if (step.screen !== 'matters' && kinds.includes('matter')) {
    fail(`step ${step.id} asks a key matter among other questions`);
  }
}

/** What is known before it is asked gets its yes from a key matter, so one of them must show it (F5). */
function checkFacts(flow: Flow, fail: Fail): void {
  const shown = Object.values(flow.fields).flatMap((spec) =>
    spec.kind === 'matter' ? spec.shows : [],
  );
  for (const [field, { fact }] of Object.entries(flow.fields)) {
    if (fact && !shown.includes(field)) fail(`${field} may be proposed and no key matter shows it`);
  }
}

/**
 * Checks a flow once, when its module loads, so that a mistake in the data fails the build and not a customer.
 * @throws Error naming the flow and the mistake.
 */
export function defineFlow(flow: Flow): Flow {
  const fail: Fail = (why) => {
    throw new Error(`flow ${flow.id}: ${why}`);
  };
  if (flow.migrations.length !== flow.version - 1) {
    fail(
      `version ${flow.version} needs ${flow.version - 1} migrations, has ${flow.migrations.length}`,
    );
  }
  const asked = new Set<string>();
  const ids = new Set<string>();
  const screens = new Set<string>();
  for (const step of flow.steps) {
    if (ids.has(step.id)) fail(`two steps are called ${step.id}`);
    ids.add(step.id);
    if (step.ask.length === 0) fail(`step ${step.id} asks nothing`);
    if (step.screen && screens.has(step.screen)) fail(`two steps are the screen ${step.screen}`);
    if (step.screen) screens.add(step.screen);
    for (const field of step.ask) {
      const spec = flow.fields[field];
      if (!spec) return fail(`step ${step.id} asks ${field}, which is not a field`);
      if (asked.has(field)) fail(`${field} is asked twice (W-3.3.7)`);
      checkField(field, spec, asked, fail);
      asked.add(field);
    }
    checkScreen(step, flow, fail);
  }
  for (const field of Object.keys(flow.fields)) {
    if (!asked.has(field)) fail(`${field} is never asked`);
  }
  if (screens.has('matters')) checkFacts(flow, fail);
  return flow;
}
