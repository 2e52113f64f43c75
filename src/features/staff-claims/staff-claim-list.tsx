import { useState } from 'react';
import type { StaffClaimSummary } from '#domain/api/staff.ts';
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
import { useStaffWords } from './staff-words.ts';

const columns = [
  'number',
  'customer',
  'kind',
  'lane',
  'status',
  'submittedAt',
  'promiseBy',
] as const;

interface ClaimPage {
  claims: readonly StaffClaimSummary[];
  /** Where the older ones begin; absent on the last page. */
  next?: string;
}

/** All claims, newest first, a page at a time. */
export function StaffClaimList({ onSignedOut }: { onSignedOut: () => void }) {
  const { t: common } = useWords('common');
  const words = useStaffWords();
  const dates = useDates();
  const failure = useFailureWords();
  const [after, setAfter] = useState('');
  const { load, reload } = useLoad<ClaimPage>(
    `/api/staff/claims${after && `?after=${encodeURIComponent(after)}`}`,
  );
  useSignedOut(load, onSignedOut);
  const { t } = words;
  const claims = load.status === 'ready' ? load.data.claims : [];
  const next = load.status === 'ready' ? load.data.next : undefined;
  const newestFirst = [...claims].sort(
    (a, b) => Date.parse(b.submittedAt) - Date.parse(a.submittedAt),
  );
  return (
    <Page title={t('claims.title')} lead={t('claims.lead')}>
      {load.status === 'loading' ? <Loading label={common('opening')} /> : null}
      {load.status === 'failed' ? <LoadFailed {...failure(load.error)} onRetry={reload} /> : null}
      {load.status === 'ready' ? (
        <DataTable
          caption={t('claims.title')}
          isCaptionHidden
          columns={columns.map((key) => ({ key, label: t(`claims.${key}`) }))}
          empty={t('claims.empty')}
          rows={newestFirst.map((claim) => ({
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
            },
          }))}
        />
      ) : null}
      {after ? <Button onPress={() => setAfter('')}>{t('claims.newest')}</Button> : null}
      {next ? <Button onPress={() => setAfter(next)}>{t('claims.older')}</Button> : null}
    </Page>
  );
}
