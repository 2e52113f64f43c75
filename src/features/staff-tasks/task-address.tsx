import { useState } from 'react';
import { taskUnmaskReasons, type TaskUnmaskReason } from '#domain/api/appointment.ts';
import { api, ApiError, OfflineError } from '#platform/api/client.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { Notice } from '#ui/notice/notice.tsx';

interface TaskAddressProps {
  taskId: string;
  /** Whose address it is. */
  name: string;
  masked: string;
}

/** An address, masked until a reason is given that is written down before it is shown. */
export function TaskAddress({ taskId, name, masked }: TaskAddressProps) {
  const { t } = useWords('staff-tasks');
  const [isOpen, setOpen] = useState(false);
  const [address, setAddress] = useState<string>();
  if (address) return <span>{address}</span>;
  return (
    <>
      <p>{masked}</p>
      <Button
        icon={<Icon name="eye" />}
        aria-label={t('address.showName', { name })}
        onPress={() => setOpen(true)}
      >
        {t('address.show')}
      </Button>
      <Dialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        title={t('address.title')}
        closeLabel={t('address.close')}
      >
        <AskReason
          taskId={taskId}
          onShown={(shown) => {
            setOpen(false);
            setAddress(shown);
          }}
        />
      </Dialog>
    </>
  );
}

function AskReason({ taskId, onShown }: { taskId: string; onShown: (address: string) => void }) {
  const { t } = useWords('staff-tasks');
  const [reason, setReason] = useState<TaskUnmaskReason>();
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const look = async () => {
    if (!reason) return setProblem(t('address.needReason'));
    setPending(true);
    try {
      const path = `/api/staff/tasks/${taskId}/unmask`;
      onShown((await api.post<{ address: string }>(path, { reason })).address);
    } catch (error) {
      if (!(error instanceof ApiError) && !(error instanceof OfflineError)) throw error;
      setProblem(error instanceof ApiError ? error.problem.detail : t('failed'));
      setPending(false);
    }
  };
  return (
    <div className="stack">
      <p>{t('address.note')}</p>
      <div role="alert">{problem ? <Notice kind="warn">{problem}</Notice> : null}</div>
      <ChoiceGroup
        label={t('address.why')}
        options={taskUnmaskReasons.map((value) => ({
          value,
          title: t(`address.reason.${value}`),
        }))}
        value={reason}
        onChange={setReason}
      />
      <Button kind="main" onPress={() => void look()} isPending={isPending}>
        {t('address.go')}
      </Button>
    </div>
  );
}
