import type { Appointment } from '#domain/api/appointment.ts';
import type { Branch } from '#domain/api/branch.ts';
import { useLoad } from '#platform/api/use-load.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { BigNumber } from '#ui/big-number/big-number.tsx';
import { Button } from '#ui/button/button.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PostAddress } from './book-post.tsx';

interface ArrangedProps {
  appointment: Appointment;
  isBusy: boolean;
  onCancel: () => void;
}

/** What stands, as the server says: when, where, who comes and by which word one knows them; off with one tap. */
export function Arranged({ appointment, isBusy, onCancel }: ArrangedProps) {
  const { t } = useWords('paper-ways');
  const dates = useDates();
  const { kind, day, part, address, visitor, branchId } = appointment;
  const when = day ? `${dates.day(day)}${part ? t(`part.${part}`) : ''}` : undefined;
  const title = kind === 'visit' && !day ? 'call' : kind;
  return (
    <>
      <Notice kind="good" isStatus title={t(`arranged.${title}`)}>
        {when ? <p>{when}</p> : null}
        {address ? <p>{address}</p> : null}
        {branchId ? <BranchName id={branchId} hasDay={day !== undefined} /> : null}
        {kind === 'post' ? <PostAddress /> : null}
      </Notice>
      {visitor ? (
        <>
          <BigNumber label={t('arranged.code', { name: visitor.name })} value={visitor.code} />
          <p>
            <Plain text={t('arranged.codeWhy')} />
          </p>
        </>
      ) : null}
      <Button icon={<Icon name="close" />} isPending={isBusy} onPress={onCancel}>
        {t('arranged.cancel')}
      </Button>
    </>
  );
}

function BranchName({ id, hasDay }: { id: string; hasDay: boolean }) {
  const { t } = useWords('paper-ways');
  const { load } = useLoad<{ branches: readonly Branch[] }>('/api/branches');
  const branch =
    load.status === 'ready' ? load.data.branches.find((one) => one.id === id) : undefined;
  if (!branch) return null;
  return (
    <>
      <p>{t('arranged.place', { name: branch.name, address: branch.address })}</p>
      {hasDay ? null : <p>{t('branch.anyDayText')}</p>}
    </>
  );
}
