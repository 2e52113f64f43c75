import { useEffect, useRef, useState } from 'react';
import { goOnWithPhotos } from './photo-store.ts';

/** How long going on waits for photos that are on their way, ms: what is slower goes on being sent, and is said to. */
const SEND_WAIT_MS = 8000;

/**
 * Going on from a page with photos: what waits for "take again" or "send anyway" is sent as it is, and what is nearly with
 * us is waited for, since it answers the question. Where there is nothing to wait for it goes on at once.
 * @param fields questions whose photos are meant
 * @param goOn as the page knows it once the photos are there
 */
export function useSendFirst(
  flow: string,
  fields: readonly string[],
  goOn: () => void | Promise<void>,
): { sendAndGoOn: () => void; isSending: boolean } {
  const [isSending, setIsSending] = useState(false);
  const latest = useRef(goOn);
  useEffect(() => {
    latest.current = goOn;
  });
  // Whoever went back meanwhile is not carried forward.
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const sendAndGoOn = () => {
    const sent = goOnWithPhotos(flow, fields, SEND_WAIT_MS);
    if (!sent) {
      void latest.current();
      return;
    }
    setIsSending(true);
    void sent.then(() => {
      if (!isHere.current) return undefined;
      setIsSending(false);
      return latest.current();
    });
  };
  return { sendAndGoOn, isSending };
}
