import { createContext, useContext, type ReactNode } from 'react';
import { Gloss, type GlossPart } from './gloss.tsx';

/** What finds the terms in a text; the app gives it, since ui knows no words. */
export interface GlossFinder {
  find: (text: string) => readonly GlossPart[];
  closeLabel: string;
}

const GlossContext = createContext<GlossFinder | undefined>(undefined);

/** Gives all `<Plain>` below it the glossary. */
export function GlossProvider({
  glossary,
  children,
}: {
  glossary: GlossFinder;
  children: ReactNode;
}) {
  return <GlossContext.Provider value={glossary}>{children}</GlossContext.Provider>;
}

/** A text as it is, with each term that the glossary knows explained where it stands. Without a glossary: the text. */
export function Plain({ text }: { text: string }) {
  const glossary = useContext(GlossContext);
  const parts = glossary?.find(text) ?? [];
  if (!glossary || parts.every((part) => typeof part === 'string')) return <>{text}</>;
  return <Gloss parts={parts} closeLabel={glossary.closeLabel} />;
}
