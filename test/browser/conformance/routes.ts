import { readFileSync } from 'node:fs';
import type { Audience } from '#app/shell/routes.ts';
import { modes, modesOfLooks } from './displays.ts';
import { hang, breakOff } from './network.ts';
import type { People, Person } from './people.ts';
import { questions } from './questions.ts';
import { BROKEN, stateOf, type Scene, type State } from './scene.ts';

interface BuiltRoute {
  path: string;
  audience: Audience;
}

/** Every page of the product as it was built. */
export const routes = JSON.parse(
  readFileSync(new URL('../../../dist/routes.json', import.meta.url), 'utf8'),
) as readonly BuiltRoute[];

/** Pages that ask the server for nothing: waiting and without network they are as ever. */
const STILL = ['/human', '/privacy', '/settings'];

/** What stands for a part of a path. */
const examples: Readonly<Record<string, (people: People) => string>> = {
  ':conversationId': ({ conversationId }) => conversationId,
  ':id': ({ claimId }) => claimId,
  ':flow': () => questions[0]?.flow.id ?? '',
  ':step': () => questions[0]?.step.id ?? '',
};

const personOf: Readonly<Record<Audience, Person>> = {
  customer: 'customer',
  staff: 'staff',
  demo: 'stranger',
};

/** Parts of paths for which the walk knows no example. */
export const unknownParts = (): string[] =>
  routes.flatMap(({ path }) => path.match(/:\w+/g) ?? []).filter((part) => !(part in examples));

const pathOf =
  ({ path }: BuiltRoute) =>
  (people: People) =>
    path.replace(/:\w+/g, (part) => examples[part]?.(people) ?? part);

const API = /\/api\//;
const inState: Readonly<Record<string, { name: string } & Partial<Scene>>> = {
  filled: { name: 'as it is', waitFor: 'main h1' },
  loading: { name: 'opening', before: ({ page }) => hang(page, API) },
  offline: { name: 'no network', before: ({ page }) => breakOff(page, API), noise: BROKEN },
};

/**
 * What each page has whatever it shows: itself, waiting for the server, and without network. Where `scenes` has it in
 * words of its own it is not walked twice; a page that is new in the product is walked from its first day.
 */
export function routeScenes(scenes: readonly Scene[]): Scene[] {
  return routes.flatMap((route) =>
    (['filled', 'loading', 'offline'] as const satisfies readonly State[])
      .filter((state) => !scenes.some((one) => one.route === route.path && stateOf(one) === state))
      .filter((state) => state === 'filled' || !STILL.includes(route.path))
      .map((state): Scene => {
        const { name, ...rest } = inState[state] ?? { name: state };
        return {
          route: route.path,
          state,
          person: personOf[route.audience],
          path: pathOf(route),
          waitFor: 'main h1, main [role=status], main [data-main]',
          modes: state === 'filled' ? modes : modesOfLooks,
          ...rest,
          name: `${route.path}, ${name}`,
        };
      }),
  );
}
