import type { DeskConversation } from '#domain/api/staff-queue.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Tag } from '#ui/tag/tag.tsx';
import { TextLink } from '#ui/text-link/text-link.tsx';

interface MineProps {
  conversations: readonly DeskConversation[];
  openId?: string;
}

/** This member's conversations; who has written since stands out by a word and a number. */
export function Mine({ conversations, openId }: MineProps) {
  const { t } = useWords('staff-desk');
  return (
    <section aria-labelledby="mine" className="agent-part">
      <h2 id="mine">{t('mine.title')}</h2>
      {conversations.length === 0 ? <p className="soft">{t('mine.empty')}</p> : null}
      <ul className="agent-list">
        {conversations.map(({ conversationId, customerName, wants, unread }) => (
          <li
            key={conversationId}
            className="agent-one"
            data-open={conversationId === openId || undefined}
          >
            <TextLink href={`/staff/queue/${conversationId}`} isCurrent={conversationId === openId}>
              {customerName || t('anonymous')}
            </TextLink>
            {wants === 'call' ? <Tag>{t('wants.call')}</Tag> : null}
            {unread > 0 ? <Tag kind="warn">{t('mine.unread', { count: unread })}</Tag> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
