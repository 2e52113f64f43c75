import { useRef, useState, type KeyboardEvent } from 'react';
import { handoffLimits } from '#domain/handoff/limits.ts';
import type { Log } from '#platform/log/log.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { FileButton } from '#ui/file-button/file-button.tsx';
import { Fold } from '#ui/fold/fold.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { TextArea } from '#ui/text-area/text-area.tsx';

/** Keys under `canned`: the sentences that are said most. */
const canned = ['hello', 'wait', 'slowly', 'photo', 'where', 'more', 'call', 'bye'] as const;
const PHOTOS = ['image/jpeg', 'image/png', 'image/webp'];

/** Where staff write. A sentence that lies ready goes into the box, to be read and changed; nothing is sent unread. */
export function Write({ log }: { log: Log }) {
  const { t } = useWords('staff-desk');
  const [text, setText] = useState('');
  const [isLost, setLost] = useState(false);
  const isKeeping = useRef(false);
  const isTooLong = text.length > handoffLimits.textLength;
  const send = async () => {
    const said = text.trim();
    // A key that is held down, or a second press before the words are kept: they are said once.
    if (said === '' || isTooLong || isKeeping.current) return;
    isKeeping.current = true;
    try {
      await log.send('message', { text: said });
      // What was typed on meanwhile is of the next message.
      setText((now) => (now === text ? '' : now));
      setLost(false);
    } catch {
      // The words stay in the box.
      setLost(true);
    } finally {
      isKeeping.current = false;
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
  };
  return (
    <div className="agent-write">
      <Fold title={t('canned.title')}>
        <ul className="agent-canned">
          {canned.map((key) => (
            <li key={key}>
              <Button
                onPress={() => setText(`${text}${text === '' ? '' : '\n'}${t(`canned.${key}`)}`)}
              >
                {t(`canned.${key}`)}
              </Button>
            </li>
          ))}
        </ul>
      </Fold>
      {/* The shortcut is for whoever types all day; the button beside says the same. */}
      <div onKeyDown={onKeyDown} role="presentation">
        <TextArea
          label={t('write.label')}
          hint={t('write.hint')}
          value={text}
          onChange={(next) => {
            setText(next);
            if (next !== '') log.typing();
          }}
          error={isTooLong ? t('write.tooLong', { most: handoffLimits.textLength }) : undefined}
        />
      </div>
      {isLost ? <Notice kind="warn">{t('write.lost')}</Notice> : null}
      <div className="agent-buttons">
        <Button kind="main" onPress={() => void send()}>
          {t('write.send')}
        </Button>
        <FileButton types={PHOTOS} onPick={(file) => void log.sendFile(file)}>
          {t('write.photo')}
        </FileButton>
      </div>
    </div>
  );
}
