import { useState } from 'react';
import type { StaffTask } from '#domain/api/appointment.ts';
import { api, ApiError, OfflineError } from '#platform/api/client.ts';
import { useFailureWords } from '#platform/api/failure-words.ts';
import { useLoad, useSignedOut } from '#platform/api/use-load.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { DataTable } from '#ui/data-table/data-table.tsx';
import { Loading, LoadFailed } from '#ui/load-state/load-state.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Page } from '#ui/page/page.tsx';
import { TextLink } from '#ui/text-link/text-link.tsx';
import { TaskAddress } from './task-address.tsx';

/** How often the list is looked up while the page is in view, ms. */
const EVERY_MS = 20_000;
const columns = ['when', 'what', 'who', 'papers', 'where', 'act'] as const;

export interface StaffTasksProps {
  onSignedOut: () => void;
  /** A paper of a kind of claim in words. */
  paperName: (flow: string, field: string) => string;
  /** A branch in words. */
  branchName: (id: string) => string;
}

/** What staff have to do beside deciding (E5, G7, C11): the nearest day first. */
export function StaffTasks({ onSignedOut, ...names }: StaffTasksProps) {
  const { t } = useWords('staff-tasks');
  const { t: common } = useWords('common');
  const failure = useFailureWords();
  const { load, reload } = useLoad<{ tasks: readonly StaffTask[] }>('/api/staff/tasks', {
    everyMs: EVERY_MS,
  });
  const [news, setNews] = useState<{ text: string; isGood: boolean }>();
  useSignedOut(load, onSignedOut);
  const finish = async (task: StaffTask, what: string) => {
    try {
      await api.post(`/api/staff/tasks/${task.id}/done`, {});
      setNews({ text: t('isDone', { what }), isGood: true });
      reload();
    } catch (error) {
      if (!(error instanceof ApiError) && !(error instanceof OfflineError)) throw error;
      const text = error instanceof ApiError ? error.problem.detail : t('failed');
      setNews({ text, isGood: false });
      reload();
    }
  };
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div role="status">
        {news ? <Notice kind={news.isGood ? 'good' : 'warn'}>{news.text}</Notice> : null}
      </div>
      {load.status === 'loading' ? <Loading label={common('opening')} /> : null}
      {load.status === 'failed' ? <LoadFailed {...failure(load.error)} onRetry={reload} /> : null}
      {load.status === 'ready' ? (
        <>
          {load.isStale ? <Notice kind="warn">{common('failure.stale')}</Notice> : null}
          <Tasks
            tasks={load.data.tasks}
            onFinish={(task, what) => void finish(task, what)}
            {...names}
          />
        </>
      ) : null}
    </Page>
  );
}

interface TasksProps extends Pick<StaffTasksProps, 'paperName' | 'branchName'> {
  tasks: readonly StaffTask[];
  onFinish: (task: StaffTask, what: string) => void;
}

function Tasks({ tasks, onFinish, paperName, branchName }: TasksProps) {
  const { t } = useWords('staff-tasks');
  const dates = useDates();
  const whenOf = ({ day, part, createdAt }: StaffTask) =>
    day
      ? [dates.day(day), part && t(`part.${part}`)].filter(Boolean).join(' ')
      : t('since', { moment: dates.moment(createdAt) });
  return (
    <DataTable
      caption={t('title')}
      isCaptionHidden
      columns={columns.map((key) => ({ key, label: t(`columns.${key}`) }))}
      empty={t('empty')}
      rows={tasks.map((task) => {
        const what = t(`kind.${task.isToCall ? 'call' : task.kind}`);
        const name = task.customerName;
        return {
          id: task.id,
          cells: {
            when: whenOf(task),
            what: (
              <>
                {what}
                {task.visitor ? <p>{t('visitor', { name: task.visitor.name })}</p> : null}
              </>
            ),
            who: (
              <>
                {[...new Set([name, task.maskedPhone])].join(' ')}
                <p>
                  {task.claimId ? (
                    <TextLink
                      href={`/staff/claims/${task.claimId}`}
                      aria-label={t('claimName', { name })}
                    >
                      {t('claim')}
                    </TextLink>
                  ) : (
                    t('notSent')
                  )}
                </p>
              </>
            ),
            papers: task.papers.map((field) => paperName(task.flow, field)).join('、'),
            where: task.maskedAddress ? (
              <TaskAddress taskId={task.id} name={name} masked={task.maskedAddress} />
            ) : task.branchId ? (
              branchName(task.branchId)
            ) : (
              ''
            ),
            act: (
              <Button
                aria-label={t('doneName', { name, what })}
                onPress={() => onFinish(task, what)}
              >
                {t('done')}
              </Button>
            ),
          },
        };
      })}
    />
  );
}
