import type { ReactNode } from 'react';
import { useGlossary } from '#platform/i18n/use-glossary.ts';
import { GlossProvider } from '#ui/gloss/plain.tsx';

/**
 * Explains the terms in a page's texts where they stand. For pages that come on demand and whose route loads
 * `glossary`: the first load of the home page carries neither this nor those words.
 */
export function WithGlossary({ children }: { children: ReactNode }) {
  return <GlossProvider glossary={useGlossary()}>{children}</GlossProvider>;
}
