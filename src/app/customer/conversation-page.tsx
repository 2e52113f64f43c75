import { CallSlot } from '#features/call/call-slot.tsx';
import { Conversation } from '#features/handoff/conversation.tsx';
import type { PageProps } from '../shell/routes.ts';

export function ConversationPage({ params, onGo }: PageProps) {
  const id = params.conversationId ?? '';
  return (
    <Conversation
      key={id}
      id={id}
      onGo={onGo}
      call={(parts) => <CallSlot id={id} {...parts} />}
    />
  );
}
