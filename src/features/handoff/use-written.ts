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
  /** Keeps what is not kept yet. */
  const keep = useRef<(() => void) | undefined>(undefined);
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
  useEffect(() => {
    // Who leaves in the middle of a word finds it again; nothing is written once they are gone.
    const leave = () => keep.current?.();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [name]);
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const write = (next: string) => {
    hasWritten.current = true;
    setText(next);
    clearTimeout(rest.current);
    keep.current = () => {
      keep.current = undefined;
      clearTimeout(rest.current);
      phoneVault()
        .then((vault) => vault.update<string>(name, () => next || undefined))
        // It is in the box all the same.
        .catch(() => undefined);
    };
    if (next === '') keep.current();
    else rest.current = setTimeout(() => keep.current?.(), REST_MS);
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
