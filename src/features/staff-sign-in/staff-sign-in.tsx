import { useState, type FormEvent } from 'react';
import { api, ApiError } from '#platform/api/client.ts';
import { useWords } from '#platform/i18n/words.ts';
import { pageFacts } from '#platform/page/facts.ts';
import { Button } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Page } from '#ui/page/page.tsx';
import { TextBox } from '#ui/text-box/text-box.tsx';

interface StaffSignInProps {
  next: string;
  onGo: (path: string, options?: { replace?: boolean }) => void;
}

type Problems = Partial<Record<'username' | 'password' | 'form', string>>;

/** Name and password; the server says in one sentence what failed and does not tell which of the two. */
export function StaffSignIn({ next, onGo }: StaffSignInProps) {
  const { t } = useWords('staff');
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [problems, setProblems] = useState<Problems>({});
  const [attempt, setAttempt] = useState(0);
  const [isPending, setPending] = useState(false);

  const signIn = async () => {
    setAttempt((n) => n + 1);
    const missing: Problems = {
      ...(username.trim() === '' ? { username: t('signIn.usernameEmpty') } : {}),
      ...(password === '' ? { password: t('signIn.passwordEmpty') } : {}),
    };
    setProblems(missing);
    if (Object.keys(missing).length > 0) return;
    setPending(true);
    try {
      await api.post('/api/staff/sessions', { username: username.trim(), password });
      onGo(next, { replace: true });
    } catch (error) {
      setProblems({ form: error instanceof ApiError ? error.problem.detail : t('signIn.offline') });
      setPending(false);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) void signIn();
  };
  const errors = [
    ...(problems.username ? [{ href: '#username', text: problems.username }] : []),
    ...(problems.password ? [{ href: '#password', text: problems.password }] : []),
    ...(problems.form ? [{ href: '#username', text: problems.form }] : []),
  ];
  return (
    <Page title={t('signIn.title')}>
      <form onSubmit={onSubmit} noValidate className="stack">
        {errors.length > 0 ? (
          <ErrorSummary title={t('signIn.problem')} errors={errors} attempt={attempt} />
        ) : null}
        <TextBox
          id="username"
          label={t('signIn.username')}
          value={username}
          onChange={setUsername}
          error={problems.username}
          autoComplete="username"
          name="username"
        />
        <TextBox
          id="password"
          label={t('signIn.password')}
          value={password}
          onChange={setPassword}
          error={problems.password}
          type="password"
          autoComplete="current-password"
          name="password"
        />
        <Button kind="main" type="submit" isPending={isPending}>
          {t(isPending ? 'signIn.going' : 'signIn.go')}
        </Button>
      </form>
      {pageFacts().appMode === 'production' ? null : (
        <Notice kind="info">{t('signIn.demo')}</Notice>
      )}
    </Page>
  );
}
