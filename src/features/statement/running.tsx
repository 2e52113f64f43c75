import { useEffect, useRef, useState } from 'react';
import { useWords } from '#platform/i18n/words.ts';
import { MOST_SECONDS, WARN_SECONDS, type StatementState } from './statement-store.ts';
import { useLength } from './use-length.ts';

/**
 * While it records: how long, how long still, and whether a voice is heard; that, and the coming end, in words for those
 * who do not see a bar. The time itself is read out by nothing: it would be on the recording each second.
 */
export function Running({ state }: { state: StatementState }) {
  const { t } = useWords('statement');
  const { seconds, level, isQuiet, kind, stream } = state;
  const inWords = useLength();
  const left = MOST_SECONDS - Math.floor(seconds);
  const [hasHeard, setHasHeard] = useState(false);
  const isVoice = level !== undefined && level > 0.1;
  if (isVoice && !hasHeard) setHasHeard(true);
  const said =
    left <= WARN_SECONDS
      ? t('soonOver', { length: inWords(WARN_SECONDS) })
      : isQuiet
        ? t('quiet')
        : hasHeard
          ? t('heard')
          : t('begun');
  return (
    <>
      {kind === 'video' && stream ? <Mirror stream={stream} /> : null}
      <p role="timer" aria-live="off" className="statement-time">
        {t('time', { used: inWords(seconds), left: inWords(left) })}
      </p>
      <div className="statement-meter" aria-hidden="true">
        <div style={{ transform: `scaleX(${level === undefined ? 0 : Math.max(0.02, level)})` }} />
      </div>
      <p role="status" className="statement-said">
        {said}
      </p>
    </>
  );
}

/** Oneself, as in a mirror; silent, or it would howl. */
function Mirror({ stream }: { stream: MediaStream }) {
  const { t } = useWords('statement');
  const ref = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = ref.current;
    if (!video) return;
    video.srcObject = stream;
    Promise.resolve(video.play()).catch(() => undefined);
  }, [stream]);
  return (
    <video ref={ref} className="statement-mirror" muted playsInline aria-label={t('mirror')} />
  );
}
