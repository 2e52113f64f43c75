import type { StaffClaim } from '#domain/api/staff.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/data-table/data-table.tsx';
import { Fold } from '#ui/fold/fold.tsx';
import { useStaffWords } from './staff-words.ts';

/** Who did what with a claim, the newest first: one line until it is asked for. */
export function AuditTrail({ claim }: { claim: StaffClaim }) {
  const { t } = useWords('staff');
  const words = useStaffWords();
  const dates = useDates();
  const columns = ['at', 'who', 'action', 'detail'] as const;
  return (
    <Fold title={t('desk.audit')}>
      <DataTable
        caption={t('desk.audit')}
        isCaptionHidden
        columns={columns.map((key) => ({ key, label: t(`desk.auditColumns.${key}`) }))}
        rows={claim.desk.audit.map(({ at, who, action, detail }, i) => ({
          id: `${at}-${i}`,
          cells: {
            at: dates.moment(at),
            who: words.of('actor', who),
            action: words.of('audit', action),
            detail: <span className="desk-detail">{detail}</span>,
          },
        }))}
      />
    </Fold>
  );
}
