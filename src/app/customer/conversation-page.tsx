import { Conversation } from '#features/handoff/conversation.tsx';
import type { PageProps } from '../shell/routes.ts';

export function ConversationPage({ params }: PageProps) {
  return <Conversation key={params.conversationId} id={params.conversationId ?? ''} />;
}
