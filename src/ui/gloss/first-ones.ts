/** Which text of a page explains a term: the first that has it, so that a page asks for the same tap once. */
export interface FirstOnes {
  /**
   * A text is on the page now. `tell` is called with the ids of the terms that it explains, joined by spaces, at once
   * and whenever that changes; the result takes the text off again.
   */
  join: (text: string, terms: readonly string[], tell: (mine: string) => void) => () => void;
}

interface Member {
  terms: readonly string[];
  tell: (mine: string) => void;
  told?: string;
}

/** For one page. Texts join in the order in which they stand there. */
export function createFirstOnes(): FirstOnes {
  const members = new Map<string, Member>();
  const share = () => {
    const taken = new Set<string>();
    for (const member of members.values()) {
      const mine = member.terms.filter((term) => !taken.has(term));
      for (const term of mine) taken.add(term);
      const words = mine.join(' ');
      if (words !== member.told) {
        member.told = words;
        member.tell(words);
      }
    }
  };
  return {
    join: (text, terms, tell) => {
      members.set(text, { terms, tell });
      share();
      return () => {
        members.delete(text);
        share();
      };
    },
  };
}
