import type { Appointment } from '#domain/api/appointment.ts';
import type { Branch } from '#domain/api/branch.ts';
import type { Claim } from '#domain/api/claim.ts';
import { useLoad } from '#platform/api/use-load.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { BigNumber } from '#ui/big-number/big-number.tsx';
import { Button } from '#ui/button/button.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { useStatusWords } from './claim-words.ts';
import { useAct } from './use-act.ts';

interface AppointmentsProps {
  claim: Claim;
  /** One was called off: what to say of it. */
  onDone: (text: string) => Promise<void>;
}

/** What was arranged for papers without photos (G7): who comes, when, with which code; one tap calls it off. */
export function Appointments({ claim, onDone }: AppointmentsProps) {
  const { t } = useWords('status');
  const shown = claim.appointments.filter(({ state }) => state !== 'cancelled');
  if (shown.length === 0) return null;
  return (
    <section className="stack-close" aria-labelledby="appointments">
      <h2 id="appointments" tabIndex={-1}>
        {t('appointments.heading')}
      </h2>
      {shown.map((appointment) => (
        <OneAppointment
          key={appointment.id}
          appointment={appointment}
          flow={claim.flow}
          onCancelled={() => onDone(t('appointments.cancelled'))}
        />
      ))}
    </section>
  );
}

interface OneAppointmentProps {
  appointment: Appointment;
  flow: string;
  onCancelled: () => Promise<void>;
}

function OneAppointment({ appointment, flow, onCancelled }: OneAppointmentProps) {
  const { t } = useWords('status');
  const words = useStatusWords(flow);
  const dates = useDates();
  const cancel = useAct();
  const { id, kind, state, day, part, papers, visitor, branchId, address } = appointment;
  const run = async () => {
    if (await cancel.run(`/api/appointments/${id}/cancel`)) await onCancelled();
  };
  return (
    <div className="appointment stack-close">
      <h3>
        {t(`appointments.${kind}`)}{' '}
        {state === 'done' ? <Tag kind="good">{t('appointments.done')}</Tag> : null}
      </h3>
      {day ? (
        <p className="appointment-when">
          {t('appointments.when', {
            day: dates.day(day),
            part: part ? t(`appointments.part.${part}`) : '',
          })}
        </p>
      ) : null}
      {address ? (
        <p>
          <Plain text={t('appointments.where', { place: address })} />
        </p>
      ) : null}
      {branchId ? <BranchPlace id={branchId} /> : null}
      {papers.length > 0 ? (
        <p>
          <Plain
            text={t('appointments.brings', {
              papers: papers.map((field) => words.paper(field)).join(t('appointments.and')),
            })}
          />
        </p>
      ) : null}
      {visitor && state === 'open' ? (
        <>
          <p>
            <Plain text={t('appointments.visitor', { name: visitor.name })} />
          </p>
          <BigNumber label={t('appointments.code')} value={visitor.code} />
          <p>
            <Plain text={t('appointments.codeHelp')} />
          </p>
        </>
      ) : null}
      {cancel.error ? (
        <Notice kind="warn" isStatus>
          {cancel.error}
        </Notice>
      ) : null}
      {state === 'open' ? (
        <Button icon={<Icon name="close" />} isPending={cancel.isBusy} onPress={() => void run()}>
          {t('appointments.cancel')}
        </Button>
      ) : null}
    </div>
  );
}

/** The branch by its name and address, once they are here. */
function BranchPlace({ id }: { id: string }) {
  const { t } = useWords('status');
  const { load } = useLoad<{ branches: readonly Branch[] }>('/api/branches');
  const branch =
    load.status === 'ready' ? load.data.branches.find((one) => one.id === id) : undefined;
  if (!branch) return null;
  return (
    <p>
      <Plain
        text={t('appointments.where', { place: t('appointments.branchPlace', { ...branch }) })}
      />
    </p>
  );
}
