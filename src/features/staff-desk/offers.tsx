import type { StaffOffer } from '#domain/api/staff-queue.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import type { PlaceName } from './place-name.ts';
import { useAct } from './use-act.ts';
import { waitWords } from './wait-words.ts';

interface OffersProps {
  offers: readonly StaffOffer[];
  placeName: PlaceName;
  onTaken: (conversationId: string) => void;
}

/** Who is offered to this member right now; not taken within fifteen seconds, it goes on to a colleague. */
export function Offers({ offers, placeName, onTaken }: OffersProps) {
  const { t } = useWords('staff-desk');
  return (
    <section aria-labelledby="offers" className="agent-part" hidden={offers.length === 0}>
      <h2 id="offers">{t('offers.title')}</h2>
      <div role="status">
        {offers.map((offer) => (
          <Offer key={offer.offerId} offer={offer} placeName={placeName} onTaken={onTaken} />
        ))}
      </div>
    </section>
  );
}

function Offer({
  offer,
  placeName,
  onTaken,
}: Pick<OffersProps, 'placeName' | 'onTaken'> & { offer: StaffOffer }) {
  const { t } = useWords('staff-desk');
  const act = useAct();
  const path = `/api/staff/offers/${offer.offerId}`;
  const take = async () => {
    const done = await act.post<{ conversationId: string }>(`${path}/accept`);
    if (done?.answer) onTaken(done.answer.conversationId);
  };
  return (
    <div className="agent-offer">
      <p className="agent-offer-what">
        {t(`wants.${offer.wants}`)} · {t(`age.${offer.ageBand}`)} · {placeName(offer)}
      </p>
      <p>{t('offers.waited', { time: waitWords(offer.waitedSeconds) })}</p>
      <div className="agent-buttons">
        <Button kind="main" isPending={act.isBusy} onPress={() => void take()}>
          {t('offers.take')}
        </Button>
        <Button onPress={() => void act.post(`${path}/decline`)}>{t('offers.decline')}</Button>
      </div>
      {act.error ? <Notice kind="warn">{act.error}</Notice> : null}
    </div>
  );
}
