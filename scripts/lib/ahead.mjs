/** Where each part that is brought ahead begins (src/platform/ahead/ahead.ts), as keys of Vite's manifest. */
const page = (name) => `src/app/customer/${name}-page.tsx`;
const PARTS = {
  advice: ['src/app/shell/begin-advice.tsx'],
  reading: ['src/features/reading/reading-panel.tsx'],
  claim: [page('choose-claim'), page('claim-step')],
  // What a claim in the making can lead to; the pages that src/app/shell/keep-claim-offline.ts names.
  later: ['sign-in', 'claims', 'claim-sent', 'conversation'].map(page),
};

/**
 * The files of each part beyond those that every page begins with.
 * @param {Record<string, { file: string, imports?: string[], css?: string[] }>} manifest
 * @returns {Record<string, string[]>} addresses, in the order in which they are wanted
 * @throws Error when a part begins with something that was not built
 */
export function aheadLists(manifest) {
  const closure = (key, seen) => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`the build has no ${key}`);
    if (seen.has(key)) return seen;
    seen.add(key);
    for (const imported of chunk.imports ?? []) closure(imported, seen);
    return seen;
  };
  const first = closure('index.html', new Set());
  return Object.fromEntries(
    Object.entries(PARTS).map(([part, keys]) => {
      const all = keys.reduce((seen, key) => closure(key, seen), new Set());
      const own = [...all].filter((key) => !first.has(key));
      const files = own.flatMap((key) => [manifest[key].file, ...(manifest[key].css ?? [])]);
      return [part, [...new Set(files)].map((file) => `/${file}`)];
    }),
  );
}
