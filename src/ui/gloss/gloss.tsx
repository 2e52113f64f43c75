import { Fragment, useId, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Button as CloseButton } from '../button/button.tsx';
import './gloss.css';

/** A term in a text, and what it means. */
export interface GlossedTerm {
  id: string;
  word: string;
  gloss: string;
}
export type GlossPart = string | GlossedTerm;

export interface GlossProps {
  parts: readonly GlossPart[];
  /** On the button that closes the explanation. */
  closeLabel: string;
}

/** Where a sentence ends: Chinese marks, or a full stop that is followed by a space or by nothing. */
const SENTENCE_END = /[。！？]|[.!?](?=\s|$)/;

/** The pieces up to the end of the sentence that holds the term, and those after it. */
function splitAfterSentence(parts: readonly GlossPart[], id: string): [GlossPart[], GlossPart[]] {
  const from = parts.findIndex((part) => typeof part !== 'string' && part.id === id) + 1;
  for (let i = from; i < parts.length; i += 1) {
    const part = parts[i];
    const end = typeof part === 'string' ? SENTENCE_END.exec(part) : null;
    if (typeof part === 'string' && end) {
      const cut = end.index + end[0].length;
      const rest = part.slice(cut);
      return [
        [...parts.slice(0, i), part.slice(0, cut)],
        [...(rest === '' ? [] : [rest]), ...parts.slice(i + 1)],
      ];
    }
  }
  return [[...parts], []];
}

interface Bound {
  term: GlossedTerm;
  /** Marks that stay on the term's line: a line never begins with a full stop or ends with an opening quote. */
  before: string;
  after: string;
}

const OPENING = /[“‘（《「(]+$/;
const CLOSING = /^[。，、；：？！”’）》」.,;:?!)]+/;

/** Takes the marks beside each term out of the texts around it. */
function bindMarks(parts: readonly GlossPart[]): (string | Bound)[] {
  const bound: (string | Bound)[] = [];
  let taken = 0;
  parts.forEach((part, i) => {
    if (typeof part !== 'string') {
      const last = bound[bound.length - 1];
      const before = typeof last === 'string' ? (OPENING.exec(last)?.[0] ?? '') : '';
      if (typeof last === 'string')
        bound[bound.length - 1] = last.slice(0, last.length - before.length);
      const next = parts[i + 1];
      const after = typeof next === 'string' ? (CLOSING.exec(next)?.[0] ?? '') : '';
      taken = after.length;
      bound.push({ term: part, before, after });
    } else {
      bound.push(part.slice(taken));
      taken = 0;
    }
  });
  return bound;
}

/**
 * A text whose terms are explained by a tap: the meaning opens in the page, below the sentence, and stays until it
 * is closed (no pop-up, no hover: M-5.1.1, W-1.4.13). One at a time, so that the text is never torn in many pieces.
 * Made of spans: it stands in paragraphs and hints alike.
 */
export function Gloss({ parts, closeLabel }: GlossProps) {
  const base = useId();
  const [openId, setOpenId] = useState<string>();
  const open = parts.find(
    (part): part is GlossedTerm => typeof part !== 'string' && part.id === openId,
  );
  const [before, after] = open ? splitAfterSentence(parts, open.id) : [parts, []];
  const close = () => {
    setOpenId(undefined);
    // The button that was pressed goes away with the explanation: focus goes back to where it came from.
    document.getElementById(`${base}-${openId}`)?.focus();
  };
  const show = (piece: string | Bound, i: number) =>
    typeof piece === 'string' ? (
      <Fragment key={i}>{piece}</Fragment>
    ) : (
      <span key={piece.term.id} className="gloss-bound">
        {piece.before}
        <Button
          id={`${base}-${piece.term.id}`}
          className="gloss-term"
          aria-expanded={piece.term.id === openId}
          aria-controls={piece.term.id === openId ? `${base}-note` : undefined}
          onPress={() => setOpenId(piece.term.id === openId ? undefined : piece.term.id)}
        >
          {piece.term.word}
        </Button>
        {piece.after}
      </span>
    );
  return (
    <span className="gloss">
      {bindMarks(before).map(show)}
      {open ? (
        <span key="note" id={`${base}-note`} className="gloss-note">
          <strong className="gloss-word">{open.word}</strong> <span>{open.gloss}</span>
          <CloseButton onPress={close}>{closeLabel}</CloseButton>
        </span>
      ) : null}
      {bindMarks(after).map((piece, i) => show(piece, before.length + i))}
    </span>
  );
}
