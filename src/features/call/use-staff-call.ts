import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { atRest, type CallView } from '#platform/call/call-view.ts';
import type { Log } from '#platform/log/log.ts';
import { keepStaffCall, showStaffCall } from './keep-staff-call.ts';
import { keptStaffCall, type KeptStaffCall } from './kept-staff-call.ts';
import { StaffCallBar } from './staff-call-bar.tsx';

/** The call of this talk, which goes on when the talk is left; nothing for the moment in which it is being got. */
export function useStaffCall(id: string, name: string, log: Log): KeptStaffCall | undefined {
  const [kept, setKept] = useState<KeptStaffCall>();
  useEffect(() => {
    keptStaffCall.setState({ Bar: StaffCallBar });
    const it = keepStaffCall(id, name, log);
    setKept(it);
    return showStaffCall(it);
  }, [id, name, log]);
  return kept;
}

const noCall = createStore<CallView>()(() => atRest);

/** With whom this member talks in another talk than the one on the screen: meanwhile no second call begins. */
export function useOtherCall(): string | undefined {
  const away = useStore(keptStaffCall, (state) => state.away);
  const phase = useStore(away?.call.store ?? noCall, (view) => view.phase);
  return phase === 'idle' || phase === 'ended' ? undefined : away?.name;
}
