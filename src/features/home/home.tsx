import type { ReactNode } from 'react';
import { useWords } from '#platform/i18n/words.ts';
import { JobCard } from '#ui/job-card/job-card.tsx';
import { Page } from '#ui/page/page.tsx';
import type { PictureName } from '#ui/picture/picture.tsx';

const jobs: readonly { id: string; href: string; picture: PictureName }[] = [
  { id: 'claim', href: '/claims/new', picture: 'invoice' },
  { id: 'claims', href: '/claims', picture: 'search' },
  { id: 'branches', href: '/branches', picture: 'branch' },
  { id: 'settings', href: '/settings', picture: 'text' },
];

/** The few big jobs (F1), each one tap away, and the switch between the modes without scrolling (M-3.1b). */
export function Home({ modeSwitch }: { modeSwitch: ReactNode }) {
  const { t } = useWords('home');
  return (
    <Page title={t('title')} lead={t('lead')} above={modeSwitch}>
      <ul className="job-list">
        {jobs.map(({ id, href, picture }) => (
          <li key={id}>
            <JobCard
              href={href}
              picture={picture}
              title={t(`jobs.${id}.title`)}
              text={t(`jobs.${id}.text`)}
            />
          </li>
        ))}
      </ul>
    </Page>
  );
}
