import { useEffect, useRef, useState } from 'react';
import type { CallRecording } from '#domain/handoff/recording.ts';
import { api } from '#platform/api/client.ts';
import { useLoad } from '#platform/api/use-load.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { hush } from '#platform/speech/hush.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { Recording } from '#ui/recording/recording.tsx';
import './recording.css';

const pathOf = (id: string): string => `/api/conversations/${encodeURIComponent(id)}/recordings`;

export interface RecordingsProps {
  id: string;
  /** Goes up when there is something else to be heard. */
  round: number;
}

/** Calls of this conversation that were recorded: to hear them, and to take them away at any time. */
export function Recordings({ id, round }: RecordingsProps) {
  const { t } = useWords('recording');
  const { load, reload } = useLoad<{ recordings: readonly CallRecording[] }>(pathOf(id));
  const [isGone, setGone] = useState(false);
  const line = useRef<HTMLParagraphElement>(null);
  const seen = useRef(round);
  useEffect(() => {
    if (seen.current === round) return;
    seen.current = round;
    reload();
  }, [round, reload]);
  const recordings = load.status === 'ready' ? load.data.recordings : [];
  return (
    <>
      <p ref={line} tabIndex={-1} role="status">
        {isGone ? t('now.removed') : null}
      </p>
      {recordings.length > 0 ? (
        <section aria-labelledby="recordings" className="stack recordings">
          <h2 id="recordings">{t('list.title')}</h2>
          {recordings.map((recording) => (
            <One
              key={recording.callId}
              id={id}
              recording={recording}
              onGone={() => {
                setGone(true);
                reload();
                // What was tapped goes: whoever goes by keys or by ear stays here.
                line.current?.focus({ preventScroll: true });
              }}
            />
          ))}
        </section>
      ) : null}
    </>
  );
}

interface OneProps {
  id: string;
  recording: CallRecording;
  onGone: () => void;
}

function One({ id, recording, onGone }: OneProps) {
  const { t } = useWords('recording');
  const dates = useDates();
  const [state, setState] = useState<'here' | 'sure' | 'sending' | 'failed'>('here');
  const { callId, seconds } = recording;
  const path = `${pathOf(id)}/${callId}`;
  const remove = async () => {
    setState('sending');
    try {
      await api.delete(path);
      onGone();
    } catch {
      setState('failed');
    }
  };
  return (
    <div className="recordings-one">
      <p>
        {t('list.one', {
          moment: dates.moment(recording.startedAt),
          minutes: Math.floor(seconds / 60),
          seconds: seconds % 60,
        })}
      </p>
      <p>{t('list.until', { day: dates.day(recording.keptUntil) })}</p>
      <Recording
        url={`${path}/sound`}
        isVideo={false}
        onBegin={hush}
        words={{
          play: t('list.play'),
          stop: t('list.stop'),
          failed: t('list.playFailed'),
          picture: '',
        }}
      />
      {state === 'here' ? (
        <Button isWide icon={<Icon name="remove" />} onPress={() => setState('sure')}>
          {t('list.remove')}
        </Button>
      ) : (
        <>
          <p role="status">{t(state === 'failed' ? 'failed' : 'list.sure')}</p>
          <div className="call-two">
            <Button
              isWide
              kind="danger"
              isPending={state === 'sending'}
              onPress={() => void remove()}
            >
              {t('list.yes')}
            </Button>
            <Button isWide onPress={() => setState('here')}>
              {t('list.no')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
