import { render, type RenderResult } from '@testing-library/react';
import type { ReactElement } from 'react';
import { defaultDisplay, type DisplayMode } from '#domain/senior/display.ts';
import { startDisplay } from '#platform/display/display.ts';
import { loadWords, startWords, type Language } from '#platform/i18n/words.ts';
import { setPageFacts } from '#platform/page/facts.ts';
import { LinkRouter } from '#ui/link-router/link-router.tsx';

interface Setting {
  words: readonly string[];
  lng?: Language;
  mode?: DisplayMode;
  /** Hears where the page's links lead. */
  onGo?: (path: string) => void;
}

/** Shows a part of the product with its words, as the app does: Chinese and standard unless said otherwise. */
export async function show(
  element: ReactElement,
  { words, lng = 'zh-CN', mode = 'standard', onGo = () => undefined }: Setting,
): Promise<RenderResult> {
  document.documentElement.lang = lng;
  setPageFacts({ hotline: '95500 12', appMode: 'demo', humanHours: '08:30-17:30 workdays' });
  startDisplay({ ...defaultDisplay, mode });
  await startWords(lng);
  await loadWords(['common', ...words]);
  return render(<LinkRouter navigate={onGo}>{element}</LinkRouter>);
}
