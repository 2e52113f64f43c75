import { useState } from 'react';
import type { PayoutCallOutcome } from '#domain/api/staff.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import type { DeskAct } from './use-desk-act.ts';

const outcomes: readonly PayoutCallOutcome[] = ['confirmed', 'not-reached', 'denied'];

/** What came of the call on the old number about a changed account (P4). */
export function PayoutCallForm({ act }: { act: DeskAct }) {
  const { t } = useWords('staff');
  const [outcome, setOutcome] = useState<PayoutCallOutcome>();
  const [isTried, setTried] = useState(false);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (outcome) void act.run('payout-call', { outcome });
      }}
    >
      <p>{t('desk.callLead')}</p>
      <ChoiceGroup
        id="desk-call"
        label={t('desk.callOutcome')}
        isRow
        options={outcomes.map((value) => ({ value, title: t(`desk.calls.${value}`) }))}
        value={outcome}
        onChange={setOutcome}
        error={isTried && !outcome ? t('desk.callChoose') : undefined}
      />
      <div role="alert">{act.error ? <Notice kind="warn">{act.error}</Notice> : null}</div>
      <Button type="submit" isPending={act.isBusy}>
        {t(act.isBusy ? 'desk.going' : 'desk.callGo')}
      </Button>
    </form>
  );
}
