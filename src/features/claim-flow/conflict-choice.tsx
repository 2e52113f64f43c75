import type { Customer } from '#domain/api/customer.ts';
import type { Flow } from '#domain/flow/types.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import type { ClaimState } from './claim-state.ts';
import { useClaimWords } from './claim-words.ts';
import { describeAnswer } from './describe-answer.ts';

interface ConflictChoiceProps {
  flow: Flow;
  field: string;
  claim: Pick<ClaimState, 'conflicts' | 'choose' | 'draft'>;
  customer?: Customer | null;
}

/** Two phones gave two answers to one question: both stand beside it, and the person says which is right. */
export function ConflictChoice({ flow, field, claim, customer }: ConflictChoiceProps) {
  const words = useClaimWords(flow);
  const { t } = useWords('offline');
  const conflict = claim.conflicts[field];
  const spec = flow.fields[field];
  if (!conflict || !spec) return null;
  const people = { customer, insureds: claim.draft?.insureds };
  const say = (value: typeof conflict.mine) =>
    value === null ? words.t('answers.none') : describeAnswer(field, spec, value, words, people);
  return (
    <div role="group" data-conflict={field}>
      <Notice
        kind="warn"
        title={t('conflict.title', { field: words.t(`fields.${field}.short`) })}
        isStatus
      >
        <p>
          <Plain text={t('conflict.what')} />
        </p>
        <div className="button-row">
          <Button onPress={() => claim.choose(field, 'mine')}>
            {t('conflict.mine', { value: say(conflict.mine) })}
          </Button>
          <Button onPress={() => claim.choose(field, 'theirs')}>
            {t('conflict.theirs', { value: say(conflict.theirs) })}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
