import { CallSlot } from '#features/call/call-slot.tsx';
import { RecordingsSlot } from '#features/call/recordings-slot.tsx';
import { Conversation } from '#features/handoff/conversation.tsx';
import { helpContextStore } from '../shell/help-context.ts';
import type { PageProps } from '../shell/routes.ts';
import { HelpInTalkLoader } from './help-in-talk-loader.tsx';

export function ConversationPage({ params, onGo }: PageProps) {
  const id = params.conversationId ?? '';
  return (
    <Conversation
      key={id}
      id={id}
      onGo={onGo}
      call={(parts) => (
        <>
          <CallSlot
            id={id}
            {...parts}
            onBar={(CallBar) => helpContextStore.setState({ CallBar })}
          />
          <RecordingsSlot id={id} view={parts.view} />
        </>
      )}
      beside={({ seq }, { view }) => <HelpInTalkLoader events={view.events} seq={seq} />}
    />
  );
}
