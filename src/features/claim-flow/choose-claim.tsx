import { useEffect, useState } from 'react';
import { flows } from '#domain/claims/flows.ts';
import { api } from '#platform/api/client.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Plain } from '#ui/gloss/plain.tsx';
import { JobCard } from '#ui/job-card/job-card.tsx';
import { LinkButton } from '#ui/link-button/link-button.tsx';
import { Page } from '#ui/page/page.tsx';
import type { PictureName } from '#ui/picture/picture.tsx';
import { CHECK, pathOf } from './places.ts';

const pictures: Readonly<Record<string, PictureName>> = {
  hospital: 'hospital',
  outpatient: 'clinic',
};

/** "What happened?": one tap begins. A claim that was not finished is offered first. */
export function ChooseClaim() {
  const { t } = useWords('claims');
  const [openFlow, setOpenFlow] = useState<string>();
  useEffect(() => {
    // No network, no session: then there is nothing to resume here, and beginning works all the same.
    api
      .get<{ drafts: { flow: string; version: number }[] }>('/api/drafts')
      .then(({ drafts }) =>
        setOpenFlow(drafts.find((draft) => draft.version > 1)?.flow ?? drafts[0]?.flow),
      )
      .catch(() => undefined);
  }, []);
  const open = flows.find((flow) => flow.id === openFlow);
  return (
    <Page
      title={t('choose.title')}
      lead={<Plain text={t('choose.lead')} />}
      back={{ href: '/', label: t('back') }}
    >
      {open && (
        <section className="resume">
          <h2>{t('choose.resume.title')}</h2>
          <p>{t('choose.resume.text', { kind: t(`kinds.${open.id}.name`) })}</p>
          {/* The address of the last page opens at the first question without an answer. */}
          <LinkButton kind="main" href={pathOf(open, CHECK)}>
            {t('choose.resume.go')}
          </LinkButton>
        </section>
      )}
      <ul className="job-list">
        {flows.map((flow) => (
          <li key={flow.id}>
            <JobCard
              href={pathOf(flow, flow.steps[0]?.id ?? CHECK)}
              picture={pictures[flow.id] ?? 'invoice'}
              title={t(`kinds.${flow.id}.title`)}
              text={t(`kinds.${flow.id}.text`)}
            />
          </li>
        ))}
      </ul>
      <p>
        <Plain text={t('choose.other')} />
      </p>
    </Page>
  );
}
