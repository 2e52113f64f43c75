import { useState } from 'react';
import type { Branch } from '#domain/api/branch.ts';
import { useFailureWords } from '#platform/api/failure-words.ts';
import { useLoad } from '#platform/api/use-load.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx';
import { LoadFailed } from '#ui/load-state/load-state.tsx';
import { ChooseTime, type ChosenTime } from './choose-time.tsx';
import type { BookProps } from './paper-way.tsx';

/** The customer brings it: which branch, and a day where they want to be expected. */
export function BookBranch({ booking, onBook }: BookProps) {
  const { t } = useWords('paper-ways');
  const failure = useFailureWords();
  const { load, reload } = useLoad<{ branches: readonly Branch[] }>('/api/branches');
  const [branchId, setBranchId] = useState<string>();
  const [time, setTime] = useState<ChosenTime>({});
  const [missing, setMissing] = useState<'branch' | 'part'>();
  if (load.status === 'failed') return <LoadFailed {...failure(load.error)} onRetry={reload} />;
  const branches = load.status === 'ready' ? load.data.branches : [];
  const book = () => {
    if (!branchId) return setMissing('branch');
    if (time.day && !time.part) return setMissing('part');
    setMissing(undefined);
    return onBook({ branchId, ...time });
  };
  return (
    <>
      <ChoiceGroup
        label={t('branch.label')}
        options={branches.map(({ id, name, address }) => ({
          value: id,
          title: name,
          text: address,
        }))}
        value={branchId}
        onChange={setBranchId}
        error={missing === 'branch' ? t('branch.missing') : undefined}
      />
      {branchId ? (
        <ChooseTime
          label={t('branch.when')}
          none={{ title: t('branch.anyDay'), text: t('branch.anyDayText') }}
          value={time}
          onChange={setTime}
          error={missing === 'part' ? t('part.missing') : undefined}
        />
      ) : null}
      <Button isWide isPending={booking.isBusy} onPress={book}>
        {t('branch.go')}
      </Button>
    </>
  );
}
