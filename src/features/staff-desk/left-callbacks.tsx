import type { StaffCallback } from '#domain/api/staff-queue.ts';
import { useLoad } from '#platform/api/use-load.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { useAct } from './use-act.ts';

/** Call-backs that reached nobody three times: a person decides what becomes of each (H3). */
export function LeftCallbacks() {
  const { t } = useWords('staff-desk');
  const { load, reload } = useLoad<{ callbacks: readonly StaffCallback[] }>(
    '/api/staff/callbacks?state=left',
    { everyMs: 30_000 },
  );
  const act = useAct();
  if (load.status !== 'ready' || load.data.callbacks.length === 0) return null;
  const decide = async (id: string, outcome: 'try-again' | 'let-go') => {
    const note = t(`left.note-${outcome}`);
    if (await act.post(`/api/staff/callbacks/${id}/decide`, { outcome, note })) reload();
  };
  return (
    <section aria-labelledby="left" className="agent-part">
      <h2 id="left">{t('left.title')}</h2>
      {act.error ? <Notice kind="warn">{act.error}</Notice> : null}
      <ul className="agent-list">
        {load.data.callbacks.map(({ id, customerName, maskedPhone, tries }) => (
          <li key={id} className="agent-one">
            <span>
              {customerName || t('anonymous')} {maskedPhone}：
              {tries.map(({ outcome }) => t(`outcome.${outcome}`)).join('、')}
            </span>
            <div className="agent-buttons">
              <Button onPress={() => void decide(id, 'try-again')}>{t('left.try-again')}</Button>
              <Button onPress={() => void decide(id, 'let-go')}>{t('left.let-go')}</Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
