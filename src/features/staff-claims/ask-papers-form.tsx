import { useState } from 'react';
import type { StaffClaim } from '#domain/api/staff.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { TextBox } from '#ui/text-box/text-box.tsx';
import { TickBox } from '#ui/tick-box/tick-box.tsx';
import { useStaffWords } from './staff-words.ts';
import type { DeskAct } from './use-desk-act.ts';

/** Papers to ask for: of the list of the claim's kind, all at once, each with its reason (L-22, C4). */
export function AskPapersForm({ claim, act }: { claim: StaffClaim; act: DeskAct }) {
  const { t } = useWords('staff');
  const { paper } = useStaffWords();
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [isTried, setTried] = useState(false);
  const chosen = claim.desk.paperFields.filter((field) => reasons[field] !== undefined);

  const choose = (field: string, isChosen: boolean) =>
    setReasons(({ [field]: before = '', ...others }) =>
      isChosen ? { ...others, [field]: before } : others,
    );
  const send = () => {
    setTried(true);
    if (chosen.length === 0) return;
    void act.run('papers-request', {
      papers: chosen.map((field) => ({ field, reason: reasons[field] ?? '' })),
    });
  };
  const none = isTried && chosen.length === 0 ? t('desk.askNone') : undefined;
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p>{t('desk.askLead')}</p>
      {claim.desk.paperFields.map((field) => (
        <div key={field} className="stack-close">
          <TickBox
            label={paper(field)}
            isSelected={reasons[field] !== undefined}
            onChange={(isChosen) => choose(field, isChosen)}
          />
          {reasons[field] !== undefined ? (
            <TextBox
              label={t('desk.askWhy', { paper: paper(field) })}
              value={reasons[field]}
              onChange={(reason) => setReasons((before) => ({ ...before, [field]: reason }))}
              error={act.faults[`papers.${chosen.indexOf(field)}.reason`]}
            />
          ) : null}
        </div>
      ))}
      <div role="alert">
        {(none ?? act.error) ? (
          <Notice kind="warn" title={t('desk.problem')}>
            {none ?? act.error}
          </Notice>
        ) : null}
      </div>
      <Button type="submit" isPending={act.isBusy}>
        {t(act.isBusy ? 'desk.going' : 'desk.askGo')}
      </Button>
    </form>
  );
}
