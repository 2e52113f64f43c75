import { useState } from 'react';
import type { StaffClaim } from '#domain/api/staff.ts';
import type { ReadField } from '#domain/papers/read/types.ts';
import { typedNames, type TypedName } from '#domain/papers/typed.ts';
import { Button } from '#ui/button/button.tsx';
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { SummaryList } from '#ui/summary-list/summary-list.tsx';
import { TextBox } from '#ui/text-box/text-box.tsx';
import { useStaffWords } from './staff-words.ts';
import { useDeskAct } from './use-desk-act.ts';

interface TypedPaperProps {
  claimId: string;
  documentId: string;
  /** The photo in words. */
  name: string;
  fields: readonly ReadField[];
  onDone: (claim: StaffClaim) => void;
}

const isTyped = (name: string): name is TypedName => typedNames.some((one) => one === name);

/** What was read from a photo, and a place to type what could not be: it is written down who typed it. */
export function TypedPaper({ claimId, documentId, name, fields, onDone }: TypedPaperProps) {
  const { t, yuan } = useStaffWords();
  const [isOpen, setOpen] = useState(false);
  const rows = fields.flatMap((field) => {
    if (!isTyped(field.name)) return [];
    const value = typeof field.value === 'number' ? yuan(field.value) : field.value;
    const text = field.by === 'staff' ? t('typed.byStaff', { value }) : value;
    return [{ label: t(`typed.names.${field.name}`), value: text }];
  });
  return (
    <div className="stack-close">
      {rows.length > 0 ? <SummaryList rows={rows} /> : <p>{t('typed.nothing')}</p>}
      {isOpen ? (
        <TypeForm
          claimId={claimId}
          documentId={documentId}
          onDone={(claim) => {
            setOpen(false);
            onDone(claim);
          }}
        />
      ) : (
        <Button aria-label={t('typed.openName', { name })} onPress={() => setOpen(true)}>
          {t('typed.open')}
        </Button>
      )}
    </div>
  );
}

function TypeForm({ claimId, documentId, onDone }: Omit<TypedPaperProps, 'fields' | 'name'>) {
  const { t } = useStaffWords();
  const act = useDeskAct(claimId, onDone);
  const [what, setWhat] = useState<TypedName>();
  const [value, setValue] = useState('');
  const [isTried, setTried] = useState(false);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (what && value.trim()) void act.run('typed', { documentId, name: what, value });
      }}
    >
      <ChoiceGroup
        label={t('typed.what')}
        options={typedNames.map((one) => ({ value: one, title: t(`typed.names.${one}`) }))}
        value={what}
        onChange={setWhat}
        error={isTried && !what ? t('typed.choose') : undefined}
      />
      <TextBox
        label={t('typed.value')}
        hint={t('typed.hint')}
        value={value}
        onChange={setValue}
        error={act.faults.value ?? (isTried && !value.trim() ? t('typed.empty') : undefined)}
      />
      <div role="alert">
        {act.error && !act.faults.value ? <Notice kind="warn">{act.error}</Notice> : null}
      </div>
      <Button type="submit" isPending={act.isBusy}>
        {t(act.isBusy ? 'desk.going' : 'typed.go')}
      </Button>
    </form>
  );
}
