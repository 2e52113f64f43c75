import { useState } from 'react';
import type { UnmaskedField, UnmaskReason } from '#domain/api/staff.ts';
import { api, ApiError } from '#platform/api/client.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { Notice } from '#ui/notice/notice.tsx';

const reasons: readonly UnmaskReason[] = [
  'payment-check',
  'customer-asked',
  'document-mismatch',
  'complaint',
];

interface UnmaskProps {
  claimId: string;
  field: string;
  /** The field in words. */
  label: string;
  onShown: (shown: UnmaskedField) => void;
}

/** The whole of a masked value, for a reason that is written down before it is shown. */
export function Unmask({ claimId, field, label, onShown }: UnmaskProps) {
  const { t } = useWords('staff');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        icon={<Icon name="eye" />}
        aria-label={t('unmask.openName', { what: label })}
        onPress={() => setOpen(true)}
      >
        {t('unmask.open')}
      </Button>
      <Dialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        title={t('unmask.title', { what: label })}
        closeLabel={t('unmask.close')}
      >
        <AskReason
          claimId={claimId}
          field={field}
          onShown={(shown) => {
            setOpen(false);
            onShown(shown);
          }}
        />
      </Dialog>
    </>
  );
}

function AskReason({ claimId, field, onShown }: Omit<UnmaskProps, 'label'>) {
  const { t } = useWords('staff');
  const [reason, setReason] = useState<UnmaskReason>();
  const [problem, setProblem] = useState<{ text: string; isOfReason: boolean }>();
  const [isPending, setPending] = useState(false);

  const look = async () => {
    if (isPending) return;
    if (!reason) return setProblem({ text: t('unmask.needReason'), isOfReason: true });
    setPending(true);
    setProblem(undefined);
    try {
      onShown(
        await api.post<UnmaskedField>(`/api/staff/claims/${claimId}/unmask`, { field, reason }),
      );
    } catch (error) {
      const text = error instanceof ApiError ? error.problem.detail : t('unmask.offline');
      setProblem({ text, isOfReason: false });
      setPending(false);
    }
  };
  return (
    <div className="stack">
      <p>{t('unmask.note')}</p>
      <div role="alert">
        {problem && !problem.isOfReason ? <Notice kind="warn">{problem.text}</Notice> : null}
      </div>
      <ChoiceGroup
        label={t('unmask.why')}
        options={reasons.map((value) => ({ value, title: t(`unmask.reason.${value}`) }))}
        value={reason}
        onChange={setReason}
        error={problem?.isOfReason ? problem.text : undefined}
      />
      <Button kind="main" onPress={() => void look()} isPending={isPending}>
        {t(isPending ? 'unmask.going' : 'unmask.go')}
      </Button>
    </div>
  );
}
