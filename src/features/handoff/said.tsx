import { useEffect, useState } from 'react';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import type { Log } from '#platform/log/log.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import type { SaidLine } from './talk-lines.ts';
import { VoiceNote } from './voice-note.tsx';

interface SaidProps {
  line: SaidLine;
  log: Log;
  filesAt: string;
  /** Came while the page was open: read aloud where reading is on. */
  isNews: boolean;
  onAgain: (line: SaidLine) => void;
}

/** The address of a file that has not gone yet. */
function useOwnBytes({ line, log }: Pick<SaidProps, 'line' | 'log'>): string | undefined {
  const [url, setUrl] = useState<string>();
  const isHere = line.file !== undefined && line.seq === undefined;
  useEffect(() => {
    if (!isHere) return undefined;
    let made: string | undefined;
    let isGone = false;
    void log.bytesOf(line.key).then((bytes) => {
      if (!bytes || isGone) return;
      made = URL.createObjectURL(new Blob([bytes]));
      setUrl(made);
    });
    return () => {
      isGone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [isHere, line.key, log]);
  return isHere ? url : undefined;
}

function Photo({ url, alt }: { url: string; alt: string }) {
  const { t } = useWords('conversation');
  const [isLarge, setLarge] = useState(false);
  const [tries, setTries] = useState(0);
  const [isBroken, setBroken] = useState(false);
  if (isBroken)
    return (
      <div className="said-broken">
        <p>{t('photo.broken')}</p>
        <Button
          icon={<Icon name="retry" />}
          onPress={() => {
            setBroken(false);
            setTries(tries + 1);
          }}
        >
          {t('photo.retry')}
        </Button>
      </div>
    );
  const source = tries > 0 && !url.startsWith('blob:') ? `${url}?again=${tries}` : url;
  return (
    <div className="said-photo" data-large={isLarge ? '' : undefined}>
      <img src={source} alt={alt} loading="lazy" onError={() => setBroken(true)} />
      <Button icon={<Icon name="eye" />} onPress={() => setLarge(!isLarge)}>
        {t(isLarge ? 'photo.small' : 'photo.large')}
      </Button>
    </div>
  );
}

/** One thing that somebody said, with how far it has come; what was not sent has its 重发 right there. */
export function Said({ line, log, filesAt, isNews, onAgain }: SaidProps) {
  const { t } = useWords('conversation');
  const dates = useDates();
  const own = useOwnBytes({ line, log });
  const { file, text, mark, refused, isMine } = line;
  const url = own ?? (file?.fileId ? `${filesAt}/${file.fileId}` : undefined);
  const why = refused
    ? refused.code === 'conversation-closed' || refused.code === 'file-lost'
      ? t(`refused.${refused.code}`)
      : refused.detail || t('refused.other')
    : undefined;
  return (
    <li className="said" data-mine={isMine ? '' : undefined} data-mark={mark}>
      <div className="said-who">
        {t(isMine ? 'talk.me' : 'talk.staff')} <span className="soft">{dates.time(line.at)}</span>
      </div>
      <div className="said-words" data-news={isNews && !isMine ? '' : undefined}>
        {text ? <p>{text}</p> : null}
        {file && url && file.kind === 'photo' ? (
          <Photo url={url} alt={t(isMine ? 'photo.mine' : 'photo.theirs')} />
        ) : null}
        {file && url && file.kind === 'voice' ? (
          <VoiceNote url={url} seconds={file.seconds ?? 0} />
        ) : null}
      </div>
      {mark ? (
        <div className="said-mark">
          <Icon
            name={
              mark === 'refused'
                ? 'warn'
                : mark === 'read' || mark === 'delivered'
                  ? 'check'
                  : 'wait'
            }
          />
          {t(`mark.${mark}`)}
        </div>
      ) : null}
      {mark === 'refused' ? (
        <div className="said-refused">
          <p>{why}</p>
          {refused?.code === 'file-lost' ? null : (
            <Button isWide icon={<Icon name="retry" />} onPress={() => onAgain(line)}>
              {t('again')}
            </Button>
          )}
          <Button isWide icon={<Icon name="remove" />} onPress={() => void log.drop(line.key)}>
            {t('drop')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
