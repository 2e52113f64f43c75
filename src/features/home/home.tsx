import { useWords } from '#platform/i18n/words.ts';
import { JobCard } from '#ui/job-card/job-card.tsx';
import { Page } from '#ui/page/page.tsx';
import type { PictureName } from '#ui/picture/picture.tsx';
import './home.css';

const jobs: readonly { id: string; href: string; picture: PictureName }[] = [
  { id: 'claim', href: '/claims/new', picture: 'invoice' },
  { id: 'claims', href: '/claims', picture: 'search' },
  { id: 'branches', href: '/branches', picture: 'branch' },
  { id: 'settings', href: '/settings', picture: 'text' },
];

/** The few big jobs (F1), each one tap away. */
export function Home() {
  const { t } = useWords('home');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <ul className="job-list home-jobs">
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
