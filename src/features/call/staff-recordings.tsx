import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import {
  recordingReasons,
  type CallRecording,
  type RecordingReason,
} from '#domain/handoff/recording.ts';
import { useLoad } from '#platform/api/use-load.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import type { Log } from '#platform/log/log.ts';
import { hush } from '#platform/speech/hush.ts';
import { Button } from '#ui/button/button.tsx';
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { Recording } from '#ui/recording/recording.tsx';
import { recordingRound } from './recordings-slot.tsx';
import './recording.css';

/** Calls of this conversation that were recorded, to be heard for a reason that is written down. */
export function StaffRecordings({ id, log }: { id: string; log: Log }) {
  const round = recordingRound(useStore(log.store, (view) => view.events));
  return round === undefined ? null : <All key={round} id={id} />;
}

function All({ id }: { id: string }) {
  const { t } = useWords('staff-recording');
  const path = `/api/conversations/${encodeURIComponent(id)}/recordings`;
  const { load } = useLoad<{ recordings: readonly CallRecording[] }>(`${path}?as=staff`);
  if (load.status !== 'ready' || load.data.recordings.length === 0) return null;
  return (
    <section aria-labelledby="recordings">
      <h3 id="recordings">{t('list.title')}</h3>
      {load.data.recordings.map((recording) => (
        <One
          key={recording.callId}
          path={`${path}/${recording.callId}/hear?as=staff`}
          recording={recording}
        />
      ))}
    </section>
  );
}

function One({ path, recording }: { path: string; recording: CallRecording }) {
  const { t } = useWords('staff-recording');
  const dates = useDates();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState<RecordingReason>();
  const [state, setState] = useState<'open' | 'sending' | 'no-reason' | 'failed'>('open');
  const [url, setUrl] = useState<string>();
  useEffect(() => (url ? () => URL.revokeObjectURL(url) : undefined), [url]);

  const hear = async () => {
    if (!reason) return setState('no-reason');
    setState('sending');
    try {
      const response = await fetch(path, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ reason }),
      });
      if (!response.ok) throw new Error(`recording ${response.status}`);
      setUrl(URL.createObjectURL(await response.blob()));
    } catch {
      setState('failed');
    }
  };
  const minutes = Math.floor(recording.seconds / 60);
  const words = {
    play: t('list.play'),
    stop: t('list.stop'),
    failed: t('list.playFailed'),
    picture: '',
  };
  return (
    <div className="recordings-one">
      <p>
        {t('list.one', {
          moment: dates.moment(recording.startedAt),
          minutes,
          seconds: recording.seconds % 60,
        })}
      </p>
      {url ? <Recording url={url} isVideo={false} onBegin={hush} words={words} /> : null}
      {!url && !isAsking ? (
        <Button icon={<Icon name="play" />} onPress={() => setAsking(true)}>
          {t('list.hear')}
        </Button>
      ) : null}
      {!url && isAsking ? (
        <>
          <ChoiceGroup
            label={t('list.why')}
            hint={t('list.note')}
            options={recordingReasons.map((value) => ({ value, title: t(`reason.${value}`) }))}
            value={reason}
            onChange={setReason}
            error={state === 'no-reason' ? t('list.needReason') : undefined}
          />
          <div role="alert">{state === 'failed' ? <p>{t('list.failed')}</p> : null}</div>
          <Button isPending={state === 'sending'} onPress={() => void hear()}>
            {t('list.go')}
          </Button>
        </>
      ) : null}
    </div>
  );
}
