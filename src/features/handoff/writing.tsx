import { useState, type RefObject } from 'react';
import { handoffLimits } from '#domain/handoff/limits.ts';
import { useWords } from '#platform/i18n/words.ts';
import type { Log, LogView } from '#platform/log/log.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { WriteBox } from '#ui/write-box/write-box.tsx';
import { useWritten } from './use-written.ts';

/** So much does not fit beside the button on a phone: the box takes the whole width. */
const LONG = 16;

interface WritingProps {
  id: string;
  log: Log;
  view: LogView;
  /** Nobody is there yet, or somebody is: what a broken line leaves untouched. */
  isActive: boolean;
  place: RefObject<HTMLDivElement | null>;
  hasNewBelow: boolean;
  onToEnd: () => void;
  onSent: () => void;
}

/** Where one writes: at hand at the bottom while it is small, as high as its text, and never in the way of it. */
export function Writing({
  id,
  log,
  view,
  isActive,
  place,
  hasNewBelow,
  onToEnd,
  onSent,
}: WritingProps) {
  const { t } = useWords('conversation');
  const [text, setText, forgetWritten] = useWritten(id);
  const [isPending, setPending] = useState(false);
  const over = text.length - handoffLimits.textLength;

  const send = async () => {
    if (text.trim() === '' || over > 0 || isPending) return;
    setPending(true);
    try {
      await log.send('message', { text: text.trim() });
    } finally {
      setPending(false);
    }
    forgetWritten(text);
    onSent();
  };
  const { link, isOtherTyping } = view;
  return (
    <div className="writing" ref={place} data-dock="">
      <div role="status" className="writing-state">
        {link === 'live'
          ? null
          : link === 'offline'
            ? t('link.offline')
            : t(isActive ? 'link.reconnectingActive' : 'link.reconnecting')}
      </div>
      {link === 'live' && isOtherTyping ? (
        <div className="writing-state">{t('talk.typing')}</div>
      ) : null}
      {hasNewBelow ? (
        <Button isWide icon={<Icon name="forward" />} onPress={onToEnd}>
          {t('talk.newBelow')}
        </Button>
      ) : null}
      <form
        className="writing-form"
        data-long={text.length > LONG ? '' : undefined}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <WriteBox
          label={t('write.label')}
          placeholder={t('write.here')}
          value={text}
          onChange={(next) => {
            setText(next);
            if (next !== '') log.typing();
          }}
          error={over > 0 ? t('write.tooLong', { count: over }) : undefined}
        />
        <Button kind="main" type="submit" isPending={isPending} className="writing-send">
          {t('write.send')}
        </Button>
      </form>
    </div>
  );
}
