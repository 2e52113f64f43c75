import { useState } from 'react';
import type { DecisionOutcome, StaffClaim } from '#domain/api/staff.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx';
import { MoneyBox } from '#ui/money-box/money-box.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { TextArea } from '#ui/text-area/text-area.tsx';
import { TextBox } from '#ui/text-box/text-box.tsx';
import { useStaffWords } from './staff-words.ts';
import type { DeskAct } from './use-desk-act.ts';

const outcomes: readonly DecisionOutcome[] = ['approved', 'partly-approved', 'refused'];

/** The decision on a claim: what is paid, and for anything less than all of it, the clause and plain words. */
export function DecideForm({ claim, act }: { claim: StaffClaim; act: DeskAct }) {
  const { t } = useWords('staff');
  const words = useStaffWords();
  const { desk } = claim;
  const [outcome, setOutcome] = useState<DecisionOutcome>();
  const [amount, setAmount] = useState(desk.claimedFen);
  const [clause, setClause] = useState('');
  const [why, setWhy] = useState('');
  const [isTried, setTried] = useState(false);
  const isMoney = outcome !== undefined && outcome !== 'refused';
  const isLess = outcome !== undefined && outcome !== 'approved';

  const send = () => {
    setTried(true);
    if (!outcome) return;
    void act.run('decision', {
      outcome,
      ...(isMoney && amount !== undefined ? { amountFen: amount } : {}),
      ...(isLess ? { clause, words: why } : {}),
    });
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ChoiceGroup
        id="desk-outcome"
        label={t('desk.outcome')}
        isRow
        options={outcomes.map((value) => ({ value, title: t(`desk.outcomes.${value}`) }))}
        value={outcome}
        onChange={setOutcome}
        error={isTried && !outcome ? t('desk.chooseOutcome') : act.faults.outcome}
      />
      {isMoney ? (
        <MoneyBox
          id="desk-amount"
          label={t('desk.amount')}
          unit={t('desk.unit')}
          value={amount}
          onChange={(value) => setAmount(value === 'unknown' ? undefined : value)}
          error={act.faults.amountFen}
        />
      ) : null}
      {isLess ? (
        <>
          <TextBox
            id="desk-clause"
            label={t('desk.clause')}
            hint={t('desk.clauseHint')}
            value={clause}
            onChange={setClause}
            error={act.faults.clause}
          />
          <TextArea
            id="desk-words"
            label={t('desk.words')}
            hint={t('desk.wordsHint', { count: desk.plainWordsMin })}
            value={why}
            onChange={setWhy}
            error={act.faults.words}
          />
        </>
      ) : null}
      {outcome ? (
        <section className="desk-preview stack-close" aria-labelledby="desk-preview">
          <h3 id="desk-preview">{t('desk.preview')}</h3>
          {isMoney && amount !== undefined ? (
            <p>
              <strong>{t('desk.previewAmount', { yuan: words.yuan(amount) })}</strong>
            </p>
          ) : null}
          {isLess && why.trim() ? <p>{why}</p> : null}
          {isLess && clause.trim() ? <p>{clause}</p> : null}
        </section>
      ) : null}
      <div role="alert">
        {act.error ? (
          <Notice kind="warn" title={t('desk.problem')}>
            {act.error}
          </Notice>
        ) : null}
      </div>
      <Button kind="main" type="submit" isPending={act.isBusy}>
        {t(act.isBusy ? 'desk.going' : 'desk.decideGo')}
      </Button>
    </form>
  );
}
