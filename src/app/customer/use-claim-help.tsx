import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { HelpRequest } from '#domain/api/help.ts';
import type { HelpSlot } from '#features/claim-flow/help-slot.ts';
import { helpStore } from '#features/handoff/help-store.ts';
import { api } from '#platform/api/client.ts';
import { loadWords } from '#platform/i18n/words.ts';
import { helpContextStore } from '../shell/help-context.ts';

/** Brings what help with the form needs. @throws the network's error */
const loadHelp = () =>
  Promise.all([
    import('#features/help-fill/help-feed.ts'),
    import('#features/help-fill/help-line.tsx'),
    import('#features/help-fill/help-field.tsx'),
    loadWords(['help-fill']),
  ]).then(([{ followHelp }, { HelpLine }, { HelpField }]) => {
    const slot: HelpSlot = {
      line: (props) => <HelpLine {...props} />,
      field: (props) => <HelpField {...props} />,
    };
    return { followHelp, slot };
  });

/**
 * Help with the claim that is open: nothing of it is loaded before a person was asked for, and nothing is missed where
 * it cannot be had, since the claim goes on without it. Looked for when the claim opens, when a person is asked for and
 * when the page comes back into view or onto the network.
 */
export function useClaimHelp(): HelpSlot | undefined {
  const draftId = useStore(helpContextStore, (state) => state.draftId);
  const asked = useStore(helpStore, ({ help }) =>
    help.status === 'accepted' ? help.request.conversationId : undefined,
  );
  const [slot, setSlot] = useState<HelpSlot>();
  useEffect(() => {
    if (!draftId) return undefined;
    let isHere = true;
    let isLooking = false;
    let stop: (() => void) | undefined;
    const look = async () => {
      if (isLooking || stop || document.visibilityState !== 'visible') return;
      isLooking = true;
      try {
        const request = await api.get<HelpRequest | undefined>('/api/help-requests/current');
        if (!request || !isHere) return;
        const code = await loadHelp();
        if (!isHere) return;
        stop = code.followHelp(request.conversationId, draftId);
        setSlot(code.slot);
      } catch {
        // Without a network it is looked for again when there is one.
      } finally {
        isLooking = false;
      }
    };
    const again = () => void look();
    again();
    document.addEventListener('visibilitychange', again);
    globalThis.addEventListener('online', again);
    return () => {
      isHere = false;
      stop?.();
      document.removeEventListener('visibilitychange', again);
      globalThis.removeEventListener('online', again);
    };
  }, [draftId, asked]);
  return slot;
}
