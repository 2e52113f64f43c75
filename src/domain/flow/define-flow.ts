import type { Flow } from './types.ts';

/**
 * Checks a flow once, when its module loads, so that a mistake in the data fails the build and not a customer.
 * @throws Error naming the flow and the mistake.
 */
export function defineFlow(flow: Flow): Flow {
  const fail = (why: string): never => {
    throw new Error(`flow ${flow.id}: ${why}`);
  };
  if (flow.migrations.length !== flow.version - 1) {
    fail(
      `version ${flow.version} needs ${flow.version - 1} migrations, has ${flow.migrations.length}`,
    );
  }
  const asked = new Set<string>();
  const ids = new Set<string>();
  for (const step of flow.steps) {
    if (ids.has(step.id)) fail(`two steps are called ${step.id}`);
    ids.add(step.id);
    if (step.ask.length === 0) fail(`step ${step.id} asks nothing`);
    for (const field of step.ask) {
      const spec = flow.fields[field];
      if (!spec) fail(`step ${step.id} asks ${field}, which is not a field`);
      if (asked.has(field)) fail(`${field} is asked twice (W-3.3.7)`);
      if (spec?.kind === 'date' && spec.notBefore && !asked.has(spec.notBefore)) {
        fail(`${field} compares with ${spec.notBefore}, which is not asked before it`);
      }
      asked.add(field);
    }
  }
  for (const field of Object.keys(flow.fields)) {
    if (!asked.has(field)) fail(`${field} is never asked`);
  }
  return flow;
}
