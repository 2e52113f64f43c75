import { useState, type FormEvent } from 'react';
import type { Customer } from '#domain/api/customer.ts';
import { api } from '#platform/api/client.ts';
import { useWords } from '#platform/i18n/words.ts';
import { lendPhone } from '#platform/storage/phone-vault.ts';
import { useSession } from '#platform/session/session.ts';
import { Button } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Page } from '#ui/page/page.tsx';
import { TextBox } from '#ui/text-box/text-box.tsx';
import { TickBox } from '#ui/tick-box/tick-box.tsx';
import { codeProblem, digitsOf, phoneInGroups } from './digits.ts';
import { DemoHint, NoCode } from './no-code.tsx';
import { sayProblem, type SaidProblem } from './say-problem.ts';

interface CodeStepProps {
  phone: string;
  onSignedIn: () => void;
  onOtherPhone: () => void;
}

export function CodeStep({ phone, onSignedIn, onOtherPhone }: CodeStepProps) {
  const { t } = useWords('sign-in');
  const { adopt } = useSession();
  const [typed, setTyped] = useState('');
  const [isLent, setLent] = useState(false);
  const [problem, setProblem] = useState<SaidProblem>();
  const [attempt, setAttempt] = useState(0);
  const [pending, setPending] = useState<'sign-in' | 'send'>();
  const [isSentAgain, setSentAgain] = useState(false);

  const signIn = async () => {
    const code = digitsOf(typed);
    setAttempt((n) => n + 1);
    const wrong = codeProblem(code);
    if (wrong)
      return setProblem({
        text: t(`problem.${wrong.key}`, { count: wrong.count }),
        isOfField: true,
      });
    setPending('sign-in');
    setProblem(undefined);
    try {
      const { customer } = await api.post<{ customer: Customer }>('/api/sessions', {
        phone,
        code,
        ...(isLent ? { isLent } : {}),
      });
      if (isLent) await lendPhone();
      adopt(customer);
      onSignedIn();
    } catch (error) {
      setProblem(sayProblem(error, t('problem.offline')));
      setPending(undefined);
    }
  };
  const sendAgain = async () => {
    setPending('send');
    setProblem(undefined);
    setSentAgain(false);
    try {
      await api.post('/api/sessions/codes', { phone });
      setSentAgain(true);
    } catch (error) {
      setProblem({ ...sayProblem(error, t('problem.offline')), isOfField: false });
    }
    setPending(undefined);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!pending) void signIn();
  };
  const fieldError = problem?.isOfField ? problem.text : undefined;
  return (
    <Page title={t('code.title')} lead={t('code.lead', { phone: phoneInGroups(phone) })}>
      <form onSubmit={onSubmit} noValidate className="stack">
        {fieldError ? (
          <ErrorSummary
            title={t('problem.title')}
            help={t('problem.help')}
            attempt={attempt}
            errors={[{ href: '#code', text: fieldError }]}
          />
        ) : null}
        {problem && !problem.isOfField ? <Notice kind="warn">{problem.text}</Notice> : null}
        <TextBox
          id="code"
          label={t('code.label')}
          hint={t('code.hint')}
          value={typed}
          onChange={setTyped}
          error={fieldError}
          inputMode="numeric"
          autoComplete="one-time-code"
          name="code"
        />
        <TickBox
          label={t('code.lent.label')}
          text={t('code.lent.text')}
          isSelected={isLent}
          onChange={setLent}
        />
        <div className="button-row">
          <Button kind="main" type="submit" isPending={pending === 'sign-in'}>
            {t(pending === 'sign-in' ? 'code.going' : 'code.go')}
          </Button>
        </div>
      </form>
      <DemoHint />
      <NoCode
        isSending={pending === 'send'}
        isSentAgain={isSentAgain}
        onAgain={() => void (pending ? undefined : sendAgain())}
        onOtherPhone={onOtherPhone}
      />
    </Page>
  );
}
