import { Advice } from '#features/display-mode/advice.tsx';
import { startAdvice } from '#features/display-mode/use-advice.ts';
import { loadWords } from '#platform/i18n/words.ts';
import { watchTried } from '#platform/page/watch-tried.ts';
import { helpContextStore } from './help-context.ts';

/**
 * Brings what notices and advises, once the page has come alive: no part of the first load.
 * @throws the network's error when its words cannot be had: the page then stays as it was sent
 */
export async function beginAdvice(): Promise<void> {
  await loadWords(['display']);
  startAdvice();
  watchTried();
  helpContextStore.setState({ Top: Advice });
}
