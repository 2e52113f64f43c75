import { useEffect, useRef, useState } from 'react';
import type { CallbackTimes } from '#domain/api/callback.ts';
import { useLoad } from '#platform/api/use-load.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { useSession } from '#platform/session/session.ts';
import { Button } from '#ui/button/button.tsx';
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { TextBox } from '#ui/text-box/text-box.tsx';
import type { CallAnswer, CallWish } from './use-callback-place.ts';

const NOW = 'now';
/** So many times at first: a day is easily read, a week is not. */
const FEW = 4;

interface CallbackFormProps {
  /** The number that the server has already, masked; then nothing need be typed. */
  maskedPhone?: string;
  at?: string;
  needsPhone: boolean;
  onAsk: (wish: CallWish) => Promise<CallAnswer>;
  onBack: () => void;
}

/** When, and to which number: large choices, and a number typed once where none is known. */
export function CallbackForm({ maskedPhone, at, needsPhone, onAsk, onBack }: CallbackFormProps) {
  const { t } = useWords('conversation');
  const dates = useDates();
  const { load } = useLoad<CallbackTimes>('/api/callbacks/times');
  const { customer, refresh } = useSession();
  const [chosen, setChosen] = useState<string | undefined>(at);
  const [isAll, setAll] = useState(false);
  const [isOther, setOther] = useState(needsPhone);
  const [phone, setPhone] = useState('');
  const [phoneError, setPhoneError] = useState<string>();
  const [failed, setFailed] = useState<string>();
  const [isPending, setPending] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    // Without an answer the number is asked for, which always works.
    if (customer === undefined) refresh().catch(() => undefined);
  }, [customer, refresh]);
  useEffect(() => {
    if (phoneError) form.current?.querySelector<HTMLElement>('input[type=tel]')?.focus();
  }, [phoneError]);

  const known = maskedPhone ?? customer?.maskedPhone;
  const asksPhone = isOther || !known;
  const times = load.status === 'ready' ? load.data : undefined;
  const isOpen = times?.isOpen ?? true;
  const listed = isAll ? (times?.times ?? []) : (times?.times ?? []).slice(0, FEW);
  // A time that was chosen before stays in sight.
  const shown = chosen && chosen !== NOW && !listed.includes(chosen) ? [chosen, ...listed] : listed;
  const options = [
    ...(isOpen ? [{ value: NOW, title: t('call.now'), text: t('call.nowText') }] : []),
    ...shown.map((time) => ({ value: time, title: dates.moment(time) })),
  ];
  const value = chosen ?? options[0]?.value;

  const send = async () => {
    setPhoneError(undefined);
    setFailed(undefined);
    // Chinese keyboards may write wide digits.
    const digits = phone.normalize('NFKC').replace(/[\s-]/g, '');
    if (asksPhone && !/^1[3-9]\d{9}$/.test(digits)) {
      setPhoneError(t('call.phoneWrong'));
      return;
    }
    setPending(true);
    const answer = await onAsk({
      ...(value && value !== NOW ? { at: value } : {}),
      ...(asksPhone ? { phone: digits } : {}),
    });
    setPending(false);
    if (answer === 'done') return;
    if (answer === 'phone-needed' || answer === 'phone-invalid') {
      setOther(true);
      setPhoneError(t('call.phoneWrong'));
    } else setFailed(answer.detail ?? t('call.failed'));
  };

  return (
    <form
      ref={form}
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {options.length > 0 ? (
        <ChoiceGroup
          label={t('call.when')}
          options={options}
          value={value}
          onChange={(next) => setChosen(next)}
        />
      ) : times ? (
        <Notice kind="warn">{t('call.noTimes')}</Notice>
      ) : null}
      {!isAll && (times?.times.length ?? 0) > FEW ? (
        <Button isWide onPress={() => setAll(true)}>
          {t('call.moreTimes')}
        </Button>
      ) : null}
      {asksPhone ? (
        <TextBox
          label={t('call.phone')}
          hint={t('call.phoneHint')}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          value={phone}
          onChange={setPhone}
          error={phoneError}
        />
      ) : (
        <div className="stack-close">
          <p>{t('call.known', { phone: known })}</p>
          <Button icon={<Icon name="edit" />} onPress={() => setOther(true)}>
            {t('call.other')}
          </Button>
        </div>
      )}
      {failed ? (
        <Notice kind="warn" isStatus>
          {failed}
        </Notice>
      ) : null}
      <Button isWide kind="main" type="submit" isPending={isPending} icon={<Icon name="phone" />}>
        {t('call.ask')}
      </Button>
      <Button isWide onPress={onBack}>
        {t('call.keepAsIs')}
      </Button>
    </form>
  );
}
