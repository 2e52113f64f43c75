import { useState } from 'react';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { TextArea } from '#ui/text-area/text-area.tsx';
import { ChooseTime, type ChosenTime } from './choose-time.tsx';
import type { BookProps } from './paper-way.tsx';

/** Somebody comes to fetch it: on a chosen day to an address, or agreed on the telephone (G7). */
export function BookVisit({ booking, onBook }: BookProps) {
  const { t } = useWords('paper-ways');
  const [time, setTime] = useState<ChosenTime>({});
  const [address, setAddress] = useState('');
  const [missing, setMissing] = useState<'part' | 'address'>();
  const book = () => {
    if (!time.day) return onBook({});
    if (!time.part) return setMissing('part');
    if (address.trim() === '') return setMissing('address');
    setMissing(undefined);
    return onBook({ ...time, address: address.trim() });
  };
  return (
    <>
      <ChooseTime
        label={t('visit.label')}
        none={{ title: t('visit.call'), text: t('visit.callText') }}
        value={time}
        onChange={setTime}
        error={missing === 'part' ? t('part.missing') : undefined}
      />
      {time.day ? (
        <TextArea
          label={t('visit.address')}
          hint={t('visit.addressHint')}
          autoComplete="street-address"
          value={address}
          onChange={setAddress}
          error={missing === 'address' ? t('visit.noAddress') : undefined}
        />
      ) : null}
      <Button isWide isPending={booking.isBusy} onPress={book}>
        {t(time.day ? 'visit.go' : 'visit.goCall')}
      </Button>
    </>
  );
}
