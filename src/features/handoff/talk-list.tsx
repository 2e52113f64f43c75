import type { ReactNode } from 'react';
import { useWords } from '#platform/i18n/words.ts';
import type { Log } from '#platform/log/log.ts';
import { Button } from '#ui/button/button.tsx';
import { Said } from './said.tsx';
import type { NoteLine, SaidLine } from './talk-lines.ts';
import type { Talk } from './use-talk.ts';

interface TalkListProps {
  talk: Talk;
  log: Log;
  filesAt: string;
  onAgain: (line: SaidLine) => void;
  /** More about a line, from another part of the product: a proposal that waits for a yes. */
  beside?: (note: NoteLine) => ReactNode;
}

/** Everything that was said and that happened, the newest last. New words are announced once, apart from the list. */
export function TalkList({ talk, log, filesAt, onAgain, beside }: TalkListProps) {
  const { t } = useWords('conversation');
  const sayNews = ({ text, file }: SaidLine) =>
    text ??
    (file?.kind === 'voice' ? t('voice.note', { seconds: file.seconds ?? 0 }) : t('photo.theirs'));
  return (
    <>
      {talk.hasEarlier ? (
        <Button isWide onPress={talk.showEarlier}>
          {t('talk.earlier')}
        </Button>
      ) : null}
      <ol className="talk" aria-label={t('talk.label')}>
        {talk.lines.map((line) =>
          line.kind === 'note' ? (
            <li key={line.key} className="talk-note">
              {t(`notes.${line.word}`, line.values)}
              {beside?.(line)}
            </li>
          ) : (
            <Said
              key={line.key}
              line={line}
              log={log}
              filesAt={filesAt}
              isNews={talk.isNews(line)}
              onAgain={onAgain}
            />
          ),
        )}
      </ol>
      <div role="log" aria-live="polite" aria-label={t('talk.staff')} className="only-heard">
        {talk.news.map((line) => (
          <p key={line.key}>{t('talk.heard', { who: t('talk.staff'), text: sayNews(line) })}</p>
        ))}
      </div>
    </>
  );
}
