import { useEffect, useRef, useState } from 'react';
import { phoneVault } from '#platform/storage/phone-vault.ts';

/** What is being written is kept after a rest of this long, ms. */
const REST_MS = 400;
/** The page as it came has a box too (H1): what was written there before the app took over goes on in this one. */
const asItCame = document.getElementById('talk-text');
let early = asItCame instanceof HTMLTextAreaElement ? asItCame.value : '';

/**
 * The text in the box, kept on this phone while it is written: a slow writer whose page closes finds it again.
 * @param id of the conversation
 */
export function useWritten(
  id: string,
): [text: string, write: (text: string) => void, forget: (sent: string) => void] {
  const [text, setText] = useState('');
  const hasWritten = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const name = `written.${id}`;
  useEffect(() => {
    let isGone = false;
    phoneVault()
      .then((vault) => vault.read<string>(name))
      // Nothing can be read here: then the box begins empty, as on any first visit.
      .catch(() => undefined)
      .then((kept) => {
        const found = early || kept;
        early = '';
        if (!isGone && found && !hasWritten.current) setText(found);
      });
    return () => {
      isGone = true;
    };
  }, [name]);
  const write = (next: string) => {
    hasWritten.current = true;
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => {
        phoneVault()
          .then((vault) => vault.update<string>(name, () => next || undefined))
          // It is in the box all the same.
          .catch(() => undefined);
      },
      next === '' ? 0 : REST_MS,
    );
  };
  const latest = useRef(text);
  useEffect(() => {
    latest.current = text;
  }, [text]);
  /** What was sent leaves the box; what was written on meanwhile stays. */
  const forget = (sent: string) => {
    const now = latest.current;
    write(now.startsWith(sent) ? now.slice(sent.length).trimStart() : now);
  };
  return [text, write, forget];
}
