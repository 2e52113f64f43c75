import type { Branch } from '#domain/api/branch.ts';
import { useFailureWords } from '#platform/api/failure-words.ts';
import { useLoad } from '#platform/api/use-load.ts';
import { hasWord, useWords } from '#platform/i18n/words.ts';
import { pageFacts } from '#platform/page/facts.ts';
import { telHref } from '#platform/page/tel.ts';
import { Plain } from '#ui/gloss/plain.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { LinkButton } from '#ui/link-button/link-button.tsx';
import { Loading, LoadFailed } from '#ui/load-state/load-state.tsx';
import { Page } from '#ui/page/page.tsx';
import { SummaryList } from '#ui/summary-list/summary-list.tsx';
import './branches.css';

/** Where somebody helps in person, and what makes it easier to go there. */
export function Branches() {
  const { t } = useWords('branches');
  const { t: common } = useWords('common');
  const failure = useFailureWords();
  const { load, reload } = useLoad<{ branches: readonly Branch[] }>('/api/branches');
  return (
    <Page title={t('title')} lead={<Plain text={t('lead')} />}>
      {load.status === 'loading' ? <Loading label={common('opening')} /> : null}
      {load.status === 'failed' ? <LoadFailed {...failure(load.error)} onRetry={reload} /> : null}
      {load.status === 'ready' && load.data.branches.length === 0 ? (
        <p>
          <Plain text={t('empty', { hotline: pageFacts().hotline })} />
        </p>
      ) : null}
      {load.status === 'ready' ? (
        <ul className="branches">
          {load.data.branches.map((branch) => (
            <li key={branch.id}>
              <OneBranch branch={branch} />
            </li>
          ))}
        </ul>
      ) : null}
    </Page>
  );
}

/** `08:30` → `8:30`, as it is said. */
const clock = (time = '') => time.replace(/^0/, '');

function OneBranch({ branch }: { branch: Branch }) {
  const { t } = useWords('branches');
  const [from, to] = branch.hours.split('-');
  const aids = branch.aids.filter((aid) => hasWord('branches', `aid.${aid}`));
  return (
    <article className="branch" aria-labelledby={`branch-${branch.id}`}>
      <h2 id={`branch-${branch.id}`}>{branch.name}</h2>
      <p className="soft">{t(`level.${branch.level}`)}</p>
      <SummaryList
        rows={[
          { label: t('rows.address'), value: branch.address },
          {
            label: t('rows.hours'),
            value: to ? t('hours', { from: clock(from), to: clock(to) }) : branch.hours,
          },
          { label: t('rows.phone'), value: branch.phone },
          ...(aids.length > 0
            ? [
                {
                  label: t('rows.aids'),
                  value: (
                    <ul className="branch-aids">
                      {aids.map((aid) => (
                        <li key={aid}>{t(`aid.${aid}`)}</li>
                      ))}
                    </ul>
                  ),
                },
              ]
            : []),
        ]}
      />
      <LinkButton
        href={telHref(branch.phone)}
        icon={<Icon name="phone" />}
        aria-label={t('callName', { phone: branch.phone, name: branch.name })}
      >
        {t('call')}
      </LinkButton>
    </article>
  );
}
