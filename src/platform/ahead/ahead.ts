import { inTurn } from './line.ts';

/** What the build lists beside the entry (scripts/lib/ahead.mjs): the files that a later part needs, by its name. */
type Lists = Readonly<Record<string, readonly string[]>>;
export type Part = 'advice' | 'reading' | 'claim' | 'later';

/** Fewer than a page that was asked for takes (line.ts): what nobody has asked for yet comes after it. */
const AT_ONCE = 4;

let lists: Promise<Lists> | undefined;
let free = AT_ONCE;
const waiting: (() => void)[] = [];
const brought = new Set<string>();

async function readLists(): Promise<Lists> {
  const entry = document.querySelector<HTMLScriptElement>('script[type=module][src^="/assets/"]');
  if (!entry) return {};
  const answer = await fetch(entry.src.replace(/\.js$/, '.json'), { priority: 'low' });
  return answer.ok ? ((await answer.json()) as Lists) : {};
}

/** Fetches the lists themselves, while the page still comes alive. */
export function prepareAhead(): void {
  lists ??= readLists().catch(() => ({}));
}

async function bring(file: string): Promise<void> {
  if (brought.has(file)) return;
  brought.add(file);
  while (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
  free -= 1;
  try {
    // Read to its end: only a whole answer is kept by the browser.
    await inTurn(async () => (await fetch(file, { priority: 'low' })).arrayBuffer());
  } finally {
    free += 1;
    waiting.shift()?.();
  }
}

/**
 * Brings the files of a part into the browser's own store, a few at a time and after everything else, so that importing
 * them afterwards takes nothing from the line. Never fails: what did not come is fetched when it is imported.
 */
export async function bringAhead(part: Part): Promise<void> {
  prepareAhead();
  const files = (await lists)?.[part] ?? [];
  await Promise.all(files.map((file) => bring(file).catch(() => undefined)));
}
