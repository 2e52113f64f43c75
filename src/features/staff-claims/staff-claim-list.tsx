import { useState } from 'react';
import {
  staffClaimLists,
  type StaffClaimList as ListName,
  type StaffClaimSummary,
} from '#domain/api/staff.ts';
import { numberInGroups } from '#domain/claims/number-in-groups.ts';
import { useFailureWords } from '#platform/api/failure-words.ts';
import { useLoad, useSignedOut } from '#platform/api/use-load.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { DataTable } from '#ui/data-table/data-table.tsx';
import { Loading, LoadFailed } from '#ui/load-state/load-state.tsx';
import { Page } from '#ui/page/page.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { TextLink } from '#ui/text-link/text-link.tsx';
import { ToggleGroup } from '#ui/toggle-group/toggle-group.tsx';
import { useStaffWords } from './staff-words.ts';
import './desk.css';

const columns = [
  'number',
  'customer',
  'kind',
  'lane',
  'status',
  'submittedAt',
  'promiseBy',
  'alerts',
] as const;

interface ClaimPage {
  claims: readonly StaffClaimSummary[];
  /** Where the older ones begin; absent on the last page. */
  next?: string;
}

/** Claims as the server sorts them, what is late first; a page at a time. */
export function StaffClaimList({ onSignedOut }: { onSignedOut: () => void }) {
  const { t: common } = useWords('common');
  const words = useStaffWords();
  const dates = useDates();
  const failure = useFailureWords();
  const [after, setAfter] = useState('');
  const [list, setList] = useState<ListName>('all');
  const query = new URLSearchParams({
    ...(list === 'all' ? {} : { show: list }),
    ...(after ? { after } : {}),
  }).toString();
  const { load, reload } = useLoad<ClaimPage>(`/api/staff/claims${query && `?${query}`}`);
  useSignedOut(load, onSignedOut);
  const { t } = words;
  const claims = load.status === 'ready' ? load.data.claims : [];
  const next = load.status === 'ready' ? load.data.next : undefined;
  return (
    <Page title={t('claims.title')} lead={t('claims.lead')}>
      <ToggleGroup
        label={t('lists.label')}
        options={staffClaimLists.map((value) => ({ value, label: t(`lists.${value}`) }))}
        value={list}
        onChange={(value) => {
          setList(value);
          setAfter('');
        }}
      />
      {load.status === 'loading' ? <Loading label={common('opening')} /> : null}
      {load.status === 'failed' ? <LoadFailed {...failure(load.error)} onRetry={reload} /> : null}
      {load.status === 'ready' ? (
        <DataTable
          caption={t('claims.title')}
          isCaptionHidden
          columns={columns.map((key) => ({ key, label: t(`claims.${key}`) }))}
          empty={t('claims.empty')}
          rows={claims.map((claim) => ({
            id: claim.id,
            cells: {
              number: (
                <TextLink href={`/staff/claims/${claim.id}`}>
                  {numberInGroups(claim.number)}
                </TextLink>
              ),
              customer: claim.customerName,
              kind: words.kind(claim.flow),
              lane: (
                <Tag kind={claim.lane === 'green' ? 'good' : 'plain'}>
                  {words.of('lane', claim.lane)}
                </Tag>
              ),
              status: words.of('status', claim.status),
              submittedAt: dates.moment(claim.submittedAt),
              promiseBy: dates.by(claim.promiseBy),
              alerts: <Alerts claim={claim} />,
            },
          }))}
        />
      ) : null}
      {after ? <Button onPress={() => setAfter('')}>{t('claims.newest')}</Button> : null}
      {next ? <Button onPress={() => setAfter(next)}>{t('claims.older')}</Button> : null}
    </Page>
  );
}

/** What is to be done, and the most urgent thing that raised it. */
function Alerts({ claim }: { claim: StaffClaimSummary }) {
  const words = useStaffWords();
  const [first] = claim.alerts ?? [];
  return (
    <span className="desk-tags">
      {first ? <Tag kind={claim.isLate ? 'wrong' : 'warn'}>{words.of('alert', first)}</Tag> : null}
      {claim.task ? <Tag>{words.of('task', claim.task)}</Tag> : null}
    </span>
  );
}
