import type { Customer } from '#domain/api/customer.ts';
import type { Draft } from '#domain/api/draft.ts';
import type { Suggestion } from '#domain/drafts/facts.ts';
import type { FieldSpec } from '#domain/flow/types.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import type { ClaimWords } from './claim-words.ts';
import { describeAnswer } from './describe-answer.ts';
import { fieldId } from './field-id.ts';
import { OriginLine } from './proposal.tsx';

interface ProposalCardProps {
  field: string;
  spec: FieldSpec | undefined;
  proposal: Suggestion;
  draft: Draft;
  customer?: Customer | null;
  words: ClaimWords;
  onChangeIt: () => void;
}

/** A value that is known before it was asked, large, with where it came from. The page's own button is its yes. */
export function ProposalCard({
  field,
  spec,
  proposal,
  draft,
  customer,
  words,
  onChangeIt,
}: ProposalCardProps) {
  if (!spec) return null;
  const { t } = words;
  const people = { customer, insureds: draft.insureds };
  return (
    <div className="proposal" id={fieldId(field)}>
      <p className="proposal-value">{describeAnswer(field, spec, proposal.value, words, people)}</p>
      <OriginLine origin={proposal} draft={draft} words={words} />
      <Button isWide icon={<Icon name="edit" />} onPress={onChangeIt}>
        {t('proposal.change')}
      </Button>
    </div>
  );
}
