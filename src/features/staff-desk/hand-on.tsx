import { useState } from 'react';
import type { Colleague } from '#domain/api/staff-queue.ts';
import { useFailureWords } from '#platform/api/failure-words.ts';
import { useLoad } from '#platform/api/use-load.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { Loading, LoadFailed } from '#ui/load-state/load-state.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { TextBox } from '#ui/text-box/text-box.tsx';
import { useAct } from './use-act.ts';

interface HandOnProps {
  conversationId: string;
  onDone: () => void;
}

/** Hands a conversation on: to whoever is next, to a supervisor, or to one colleague; the customer keeps their place. */
export function HandOn({ conversationId, onDone }: HandOnProps) {
  const { t } = useWords('staff-desk');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('handOn.open')}</Button>
      <Dialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        title={t('handOn.title')}
        closeLabel={t('handOn.close')}
      >
        <Choose
          conversationId={conversationId}
          onDone={() => {
            setOpen(false);
            onDone();
          }}
        />
      </Dialog>
    </>
  );
}

function Choose({ conversationId, onDone }: HandOnProps) {
  const { t } = useWords('staff-desk');
  const { t: common } = useWords('common');
  const failure = useFailureWords();
  const { load, reload } = useLoad<{ colleagues: readonly Colleague[] }>('/api/staff/colleagues');
  const [to, setTo] = useState<string>();
  const [note, setNote] = useState('');
  const [needsChoice, setNeedsChoice] = useState(false);
  const act = useAct();
  if (load.status === 'loading') return <Loading label={common('opening')} />;
  if (load.status === 'failed') return <LoadFailed {...failure(load.error)} onRetry={reload} />;
  const colleagues = load.data.colleagues.filter(({ isThere }) => isThere);
  const handOn = async () => {
    if (!to) return setNeedsChoice(true);
    const target = to === 'queue' || to === 'supervisor' ? { to } : { to: 'staff', staffId: to };
    const body = { ...target, ...(note.trim() ? { note: note.trim() } : {}) };
    const path = `/api/conversations/${encodeURIComponent(conversationId)}/transfer`;
    if (await act.post(path, body)) onDone();
  };
  return (
    <div className="stack">
      <ChoiceGroup
        label={t('handOn.label')}
        options={[
          { value: 'queue', title: t('handOn.queue') },
          { value: 'supervisor', title: t('handOn.supervisor') },
          ...colleagues.map(({ id, displayName, role, room }) => ({
            value: id,
            title: `${displayName} · ${t(`roles.${role}`)}`,
            text: t('handOn.room', { count: room }),
          })),
        ]}
        value={to}
        onChange={setTo}
        error={needsChoice && !to ? t('handOn.choose') : undefined}
      />
      <TextBox label={t('handOn.note')} value={note} onChange={setNote} maxLength={500} />
      {act.error ? <Notice kind="warn">{act.error}</Notice> : null}
      <Button kind="main" isPending={act.isBusy} onPress={() => void handOn()}>
        {t('handOn.go')}
      </Button>
    </div>
  );
}
