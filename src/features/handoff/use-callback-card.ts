import { useEffect, useState } from 'react';
import { useWords } from '#platform/i18n/words.ts';
import { useCallbackPlace, type CallAnswer, type CallWish } from './use-callback-place.ts';

export type CallbackCard = ReturnType<typeof useCallbackCard>;

/**
 * A call-back as its card shows it.
 * @param movedAt seq of the last event that may have changed it
 */
export function useCallbackCard(movedAt = 0, onChanged: () => void = () => undefined) {
  const { t } = useWords('conversation');
  const now = useCallbackPlace();
  const { place, lookAgain } = now;
  const [isForm, setForm] = useState(false);
  const [needsPhone, setNeedsPhone] = useState(false);
  const [failed, setFailed] = useState<string>();
  const [isPending, setPending] = useState(false);

  useEffect(() => {
    if (movedAt > 0) lookAgain();
  }, [movedAt, lookAgain]);

  const ask = async (wish: CallWish): Promise<CallAnswer> => {
    const answer = await now.ask(wish);
    if (answer === 'done') {
      setForm(false);
      setFailed(undefined);
      onChanged();
    }
    return answer;
  };
  const cancel = async () => {
    setPending(true);
    const answer = await now.cancel();
    setPending(false);
    setFailed(answer === 'done' ? undefined : t('call.failed'));
    onChanged();
  };
  /** "Call me": as soon as it is one's turn; only a missing number, or an hour at which nobody is there, asks more. */
  const askNow = async () => {
    if (isPending || place) return;
    setPending(true);
    const answer = await ask({});
    setPending(false);
    if (answer === 'done') return;
    setNeedsPhone(answer === 'phone-needed');
    setForm(true);
  };
  return {
    place,
    isForm,
    needsPhone,
    failed,
    isPending,
    ask,
    askNow,
    cancel,
    openForm: () => setForm(true),
    closeForm: () => setForm(false),
  };
}
