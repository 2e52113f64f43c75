import { useState } from 'react';
import { linkKinds, type DisplayLink, type LinkKind } from '#domain/api/link.ts';
import { api, ApiError } from '#platform/api/client.ts';
import { useFailureWords } from '#platform/api/failure-words.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx';
import { LoadFailed } from '#ui/load-state/load-state.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Page } from '#ui/page/page.tsx';
import { QrCode } from '#ui/qr-code/qr-code.tsx';
import { TextBox } from '#ui/text-box/text-box.tsx';

/**
 * Makes a signed link that opens the large-text page (D6: the page says who asked for it and takes one tap to undo).
 * It names nobody, so there is nobody to choose here: only the way in which it is handed over.
 */
export function StaffLinks({ onSignedOut }: { onSignedOut: () => void }) {
  const { t } = useWords('staff-links');
  const failure = useFailureWords();
  const [kind, setKind] = useState<LinkKind>('staff');
  const [link, setLink] = useState<DisplayLink>();
  const [error, setError] = useState<unknown>();
  const [isPending, setPending] = useState(false);

  const make = async () => {
    setPending(true);
    setError(undefined);
    try {
      setLink(await api.post<DisplayLink>('/api/staff/links', { kind }));
    } catch (caught) {
      if (caught instanceof ApiError && caught.problem.status === 401) onSignedOut();
      else setError(caught);
    } finally {
      setPending(false);
    }
  };

  return (
    <Page title={t('title')} lead={t('lead')}>
      <ChoiceGroup
        id="link-kind"
        label={t('kind.label')}
        options={linkKinds.map((value) => ({
          value,
          title: t(`kind.${value}.title`),
          text: t(`kind.${value}.text`),
        }))}
        value={kind}
        onChange={(chosen) => {
          setKind(chosen);
          setLink(undefined);
        }}
      />
      <Button kind="main" isPending={isPending} onPress={() => void make()}>
        {t('make')}
      </Button>
      {error ? <LoadFailed {...failure(error)} onRetry={() => void make()} /> : null}
      <div role="status">{link ? <Made link={link} /> : null}</div>
    </Page>
  );
}

function Made({ link: { url, expiresAt } }: { link: DisplayLink }) {
  const { t } = useWords('staff-links');
  const dates = useDates();
  const [copied, setCopied] = useState<boolean>();
  const copy = () => {
    // Not there without https, and refusable: the text can be marked by hand then.
    const done = navigator.clipboard?.writeText(url) ?? Promise.reject(new Error('no clipboard'));
    done.then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div className="stack">
      <Notice kind="good">{t('made', { until: dates.moment(expiresAt) })}</Notice>
      <QrCode text={url} title={t('qr')} />
      <TextBox id="link-url" label={t('url')} value={url} onChange={() => undefined} isReadOnly />
      <Button onPress={copy}>{t('copy')}</Button>
      {copied === undefined ? null : <p>{t(copied ? 'copied' : 'notCopied')}</p>}
    </div>
  );
}
