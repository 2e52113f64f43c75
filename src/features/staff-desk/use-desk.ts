import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createDeskFeed, type DeskView } from './desk-feed.ts';

/** This member's desk while the page is open; calls back when nobody is signed in (any more). */
export function useDesk(onSignedOut: () => void): DeskView {
  const [feed] = useState(createDeskFeed);
  const view = useStore(feed.store);
  useEffect(() => {
    feed.start();
    return feed.stop;
  }, [feed]);
  const { isSignedOut } = view;
  useEffect(() => {
    if (isSignedOut) onSignedOut();
  }, [isSignedOut, onSignedOut]);
  return view;
}
