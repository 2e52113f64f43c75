import { useEffect, useMemo, useRef, useState } from 'react';
import type { LogView } from '#platform/log/log.ts';
import { talkLines, type SaidLine, type TalkLine } from './talk-lines.ts';

/** So many lines are drawn at first: a long talk must not slow a small phone down. */
const FIRST = 60;
const MORE = 100;
/** What is announced stays for whoever reads back; older words are in the list above. */
const ANNOUNCED = 10;

export interface Talk {
  lines: readonly TalkLine[];
  /** All of them, before the cut. */
  count: number;
  hasEarlier: boolean;
  showEarlier: () => void;
  /** The other side's words that came while the page was open. */
  news: readonly SaidLine[];
  isNews: (line: TalkLine) => boolean;
}

/** What is shown of a conversation, and what of it is new. */
export function useTalk({ events, receipts, sending, isLoaded, lastSeq }: LogView): Talk {
  /** So many lines at the beginning are not drawn. */
  const [hidden, setHidden] = useState<number>();
  const [openedAt, setOpenedAt] = useState<number>();
  const all = useMemo(() => talkLines(events, receipts, sending), [events, receipts, sending]);
  const count = all.length;
  const from = hidden ?? Math.max(0, count - FIRST);
  // A log that was read anew begins again: nothing of it is news.
  const before = useRef(0);
  useEffect(() => {
    if (isLoaded && (openedAt === undefined || lastSeq < before.current)) {
      setOpenedAt(lastSeq);
      setHidden(Math.max(0, count - FIRST));
    }
    before.current = lastSeq;
  }, [isLoaded, lastSeq, openedAt, count]);
  const isNews = (line: TalkLine) =>
    openedAt !== undefined && line.seq !== undefined && line.seq > openedAt;
  const theirs = (line: TalkLine): line is SaidLine => line.kind === 'said' && !line.isMine;
  return {
    lines: all.slice(from),
    count,
    hasEarlier: from > 0,
    showEarlier: () => setHidden(Math.max(0, from - MORE)),
    news: all.filter(theirs).filter(isNews).slice(-ANNOUNCED),
    isNews,
  };
}
