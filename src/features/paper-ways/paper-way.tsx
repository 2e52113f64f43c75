import type { Appointment, AppointmentKind } from '#domain/api/appointment.ts';
import { useFailureWords } from '#platform/api/failure-words.ts';
import { isSignInNeeded, useLoad } from '#platform/api/use-load.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { LinkButton } from '#ui/link-button/link-button.tsx';
import { Loading, LoadFailed } from '#ui/load-state/load-state.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Arranged } from './arranged.tsx';
import { BookBranch } from './book-branch.tsx';
import { BookPost } from './book-post.tsx';
import { BookVisit } from './book-visit.tsx';
import { TellFamily } from './tell-family.tsx';
import { useBooking, type Booking } from './use-booking.ts';
import './paper-ways.css';

export interface PaperWayProps {
  draftId: string;
  /** The paper: a photos field of the claim. */
  field: string;
  /** Its name in words. */
  paperName: string;
  way: AppointmentKind;
  /** This page's own path: where signing in returns to. */
  path: string;
}

/** What each way asks for. */
export interface BookProps {
  booking: Booking;
  /** Arranges with these details. */
  onBook: (details: {
    day?: string;
    part?: 'morning' | 'afternoon';
    branchId?: string;
    address?: string;
  }) => void;
}

/** How a paper that was not photographed comes to us (E5, G7): arranged here, shown as it stands, off with one tap. */
export function PaperWay(props: PaperWayProps) {
  const { t: common } = useWords('common');
  const { t } = useWords('paper-ways');
  const failure = useFailureWords();
  const { load, reload } = useLoad<{ appointments: readonly Appointment[] }>('/api/appointments');
  if (isSignInNeeded(load)) {
    return (
      <div className="paper-way stack-close">
        <p>
          <Plain text={t('signIn.text')} />
        </p>
        <LinkButton href={`/sign-in?next=${encodeURIComponent(props.path)}`}>
          {t('signIn.go')}
        </LinkButton>
      </div>
    );
  }
  if (load.status === 'failed') return <LoadFailed {...failure(load.error)} onRetry={reload} />;
  if (load.status === 'loading') return <Loading label={common('opening')} />;
  return (
    <OneWay key={props.way} {...props} appointments={load.data.appointments} onChanged={reload} />
  );
}

interface OneWayProps extends PaperWayProps {
  appointments: readonly Appointment[];
  onChanged: () => void;
}

function OneWay({ draftId, field, paperName, way, appointments, onChanged }: OneWayProps) {
  const { t } = useWords('paper-ways');
  const booking = useBooking();
  const open = appointments.filter(
    (one) => one.draftId === draftId && one.kind === way && one.state === 'open',
  );
  const mine = open.find((one) => one.papers.includes(field));
  const other = open[0];
  const onBook: BookProps['onBook'] = async (details) => {
    const made = await booking.book({ draftId, kind: way, papers: [field], ...details });
    if (made) onChanged();
  };
  const error = booking.error ? (
    <Notice kind="warn" isStatus>
      {booking.error}
    </Notice>
  ) : null;
  if (mine) {
    return (
      <div className="paper-way stack-close">
        <Arranged
          appointment={mine}
          isBusy={booking.isBusy}
          onCancel={async () => {
            if (await booking.cancel(mine.id)) onChanged();
          }}
        />
        {way === 'family' ? <TellFamily paperName={paperName} /> : null}
        {error}
      </div>
    );
  }
  return (
    <div className="paper-way stack-close">
      {other && way !== 'family' ? (
        <>
          <p>
            <Plain text={t('together.text')} />
          </p>
          <Button isWide isPending={booking.isBusy} onPress={() => onBook({})}>
            {t('together.go')}
          </Button>
        </>
      ) : (
        <BookForm way={way} paperName={paperName} booking={booking} onBook={onBook} />
      )}
      {error}
    </div>
  );
}

function BookForm({ way, ...props }: BookProps & Pick<PaperWayProps, 'way' | 'paperName'>) {
  switch (way) {
    case 'visit':
      return <BookVisit {...props} />;
    case 'branch':
      return <BookBranch {...props} />;
    case 'post':
      return <BookPost {...props} />;
    case 'family':
      return <TellFamily paperName={props.paperName} onTold={() => props.onBook({})} />;
  }
}
