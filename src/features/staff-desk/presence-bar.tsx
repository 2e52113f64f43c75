import { useEffect, useRef, useState } from 'react';
import type { Desk, PresenceState } from '#domain/api/staff-queue.ts';
import { api } from '#platform/api/client.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Notice } from '#ui/notice/notice.tsx';
import { ToggleGroup } from '#ui/toggle-group/toggle-group.tsx';

const capacities = ['1', '2', '3', '4', '6', '8'] as const;
const states: readonly PresenceState[] = ['available', 'away'];

interface PresenceBarProps {
  presence: Desk['presence'];
  isSoundOn: boolean;
  onSound: (isOn: boolean) => void;
}

/** Whether this member takes conversations, how many at once, and whether they hear of them. */
export function PresenceBar({ presence, isSoundOn, onSound }: PresenceBarProps) {
  const { t } = useWords('staff-desk');
  const [hasFailed, setFailed] = useState(false);
  const { state, capacity } = presence;
  // Both are sent together: a second change, made before the first is heard back, does not undo it.
  const wanted = useRef({ state, capacity });
  useEffect(() => {
    wanted.current = { state, capacity };
  }, [state, capacity]);
  const change = async (next: Partial<typeof wanted.current>) => {
    wanted.current = { ...wanted.current, ...next };
    try {
      await api.put('/api/staff/presence', wanted.current);
      setFailed(false);
    } catch {
      wanted.current = { state, capacity };
      setFailed(true);
    }
  };
  return (
    <>
      <div className="agent-bar">
        <ToggleGroup
          label={t('presence.label')}
          options={states.map((value) => ({ value, label: t(`presence.${value}`) }))}
          value={state}
          onChange={(value) => void change({ state: value })}
        />
        <ToggleGroup
          label={t('presence.capacity')}
          options={capacities.map((value) => ({ value, label: value }))}
          value={String(capacity) as (typeof capacities)[number]}
          onChange={(value) => void change({ capacity: Number(value) })}
        />
        <ToggleGroup
          label={t('sound.label')}
          options={[
            { value: 'on', label: t('sound.on') },
            { value: 'off', label: t('sound.off') },
          ]}
          value={isSoundOn ? 'on' : 'off'}
          onChange={(value) => onSound(value === 'on')}
        />
      </div>
      <div role="status">
        {presence.missedOffers ? <Notice kind="warn">{t('presence.missed')}</Notice> : null}
        {hasFailed ? <Notice kind="warn">{t('offline')}</Notice> : null}
      </div>
    </>
  );
}
