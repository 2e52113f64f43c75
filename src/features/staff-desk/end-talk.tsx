import { useState } from 'react';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { useAct } from './use-act.ts';
import { useFocusKept } from './use-focus-kept.ts';

/** Ends a conversation: asked once more in the page, since the customer sees it at once. Both can open it again. */
export function EndTalk({
  conversationId,
  onDone,
}: {
  conversationId: string;
  onDone: () => void;
}) {
  const { t } = useWords('staff-desk');
  const [isAsking, setAsking] = useState(false);
  const place = useFocusKept<HTMLDivElement>(isAsking);
  const act = useAct();
  const end = async () => {
    if (await act.post(`/api/conversations/${encodeURIComponent(conversationId)}/close?as=staff`))
      onDone();
  };
  return (
    <div ref={place} tabIndex={-1}>
      {isAsking ? (
        <Notice kind="info" title={t('end.sure')} isStatus>
          <div className="agent-buttons">
            <Button kind="main" isPending={act.isBusy} onPress={() => void end()}>
              {t('end.yes')}
            </Button>
            <Button onPress={() => setAsking(false)}>{t('end.no')}</Button>
          </div>
          {act.error ? <p>{act.error}</p> : null}
        </Notice>
      ) : (
        <Button onPress={() => setAsking(true)}>{t('end.open')}</Button>
      )}
    </div>
  );
}
