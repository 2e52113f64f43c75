import { useState, type FormEvent } from 'react';
import { api } from '#platform/api/client.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Page } from '#ui/page/page.tsx';
import { TextBox } from '#ui/text-box/text-box.tsx';
import { phoneDigits, phoneInGroups, phoneProblem } from './digits.ts';
import { sayProblem, type SaidProblem } from './say-problem.ts';

interface PhoneStepProps {
  phone: string;
  onSent: (phone: string) => void;
}

export function PhoneStep({ phone, onSent }: PhoneStepProps) {
  const { t } = useWords('sign-in');
  const [typed, setTyped] = useState(phoneInGroups(phone));
  const [problem, setProblem] = useState<SaidProblem>();
  const [attempt, setAttempt] = useState(0);
  const [isPending, setPending] = useState(false);

  const send = async () => {
    const digits = phoneDigits(typed);
    setAttempt((n) => n + 1);
    const wrong = phoneProblem(digits);
    if (wrong)
      return setProblem({
        text: t(`problem.${wrong.key}`, { count: wrong.count }),
        isOfField: true,
      });
    setPending(true);
    setProblem(undefined);
    try {
      await api.post('/api/sessions/codes', { phone: digits });
      onSent(digits);
    } catch (error) {
      setProblem(sayProblem(error, t('problem.offline')));
      setPending(false);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) void send();
  };
  const fieldError = problem?.isOfField ? problem.text : undefined;
  return (
    <Page title={t('phone.title')} lead={<Plain text={t('phone.lead')} />}>
      <form onSubmit={onSubmit} noValidate className="stack">
        {fieldError ? (
          <ErrorSummary
            title={t('problem.title')}
            help={t('problem.help')}
            attempt={attempt}
            errors={[{ href: '#phone', text: fieldError }]}
          />
        ) : null}
        {problem && !problem.isOfField ? <Notice kind="warn">{problem.text}</Notice> : null}
        <TextBox
          id="phone"
          label={t('phone.label')}
          hint={t('phone.hint')}
          value={typed}
          onChange={setTyped}
          error={fieldError}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          name="phone"
        />
        <div className="button-row">
          <Button kind="main" type="submit" isPending={isPending}>
            {t(isPending ? 'phone.sending' : 'phone.send')}
          </Button>
        </div>
      </form>
    </Page>
  );
}
