import {
  createContext,
  useContext,
  useId,
  useLayoutEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { createFirstOnes, type FirstOnes } from './first-ones.ts';
import { Gloss, type GlossPart } from './gloss.tsx';

/** What finds the terms in a text; the app gives it, since ui knows no words. */
export interface GlossFinder {
  find: (text: string) => readonly GlossPart[];
  closeLabel: string;
}

const GlossContext = createContext<(GlossFinder & { firstOnes: FirstOnes }) | undefined>(undefined);

/** Gives all `<Plain>` below it the glossary; each term is explained in the first text of the page that has it. */
export function GlossProvider({
  glossary,
  children,
}: {
  glossary: GlossFinder;
  children: ReactNode;
}) {
  const [firstOnes] = useState(createFirstOnes);
  const value = useMemo(() => ({ ...glossary, firstOnes }), [glossary, firstOnes]);
  return <GlossContext.Provider value={value}>{children}</GlossContext.Provider>;
}

const noParts: readonly GlossPart[] = [];

/** A text as it is, with each term that the glossary knows explained where it first stands. Without a glossary: the text. */
export function Plain({ text }: { text: string }) {
  const glossary = useContext(GlossContext);
  const id = useId();
  const [mine, setMine] = useState('');
  const parts = useMemo(() => glossary?.find(text) ?? noParts, [glossary, text]);
  const firstOnes = glossary?.firstOnes;
  const terms = parts.flatMap((part) => (typeof part === 'string' ? [] : [part.id])).join(' ');
  // Before the paint: the page is never seen without its explanations and then with them.
  useLayoutEffect(
    () => (terms === '' ? undefined : firstOnes?.join(id, terms.split(' '), setMine)),
    [firstOnes, id, terms],
  );
  if (!glossary || terms === '' || mine === '') return <>{text}</>;
  const isMine = new Set(mine.split(' '));
  return (
    <Gloss
      parts={parts.map((part) =>
        typeof part === 'string' || isMine.has(part.id) ? part : part.word,
      )}
      closeLabel={glossary.closeLabel}
    />
  );
}
