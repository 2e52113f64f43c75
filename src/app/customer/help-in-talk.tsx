import type { Draft } from '#domain/api/draft.ts';
import { findFlow } from '#domain/claims/flows.ts';
import { pathOf } from '#features/claim-flow/places.ts';
import { stepAsking } from '#features/claim-flow/way.ts';
import { useLoad } from '#platform/api/use-load.ts';
import { useWords } from '#platform/i18n/words.ts';
import { LinkButton } from '#ui/link-button/link-button.tsx';

interface HelpInTalkProps {
  draftId: string;
  field: string;
}

/** From a line of the conversation to the question that it speaks of. */
export function HelpInTalk({ draftId, field }: HelpInTalkProps) {
  const { t } = useWords('help-fill');
  const { load } = useLoad<Draft>(`/api/drafts/${encodeURIComponent(draftId)}`);
  const flow = load.status === 'ready' ? findFlow(load.data.flow) : undefined;
  const step = flow && stepAsking(flow, field);
  if (!flow || !step) return null;
  return <LinkButton href={pathOf(flow, step.id)}>{t('line.go')}</LinkButton>;
}
