import { loadReading } from '#features/reading/read-aloud.tsx';
import { bringAhead, prepareAhead } from '#platform/ahead/ahead.ts';
import { routes } from './routes.ts';

// While the page still comes alive: what is wanted first afterwards is then known.
prepareAhead();

async function prefetch(): Promise<void> {
  // A phone lets a page speak only at once after a tap: what has to be fetched first comes too late.
  await bringAhead('reading');
  loadReading().catch(() => undefined);
  await bringAhead('claim');
  for (const route of routes) {
    // A failed prefetch is no loss: the page loads its code again when it is opened.
    if (route.path.startsWith('/claims/new')) route.load().catch(() => undefined);
  }
}

/**
 * What follows the first load, in this order: what notices and advises; the code of reading aloud and of the claim, while
 * the person looks at the first page. Nothing waits for it, nothing fails without it.
 * @throws the network's error when the advice cannot be had: the page then stays as it was sent
 */
export async function goAhead(): Promise<void> {
  const later = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 1500));
  try {
    await bringAhead('advice');
    const { beginAdvice } = await import('./begin-advice.tsx');
    await beginAdvice();
  } finally {
    later(() => void prefetch());
  }
}
