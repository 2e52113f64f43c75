import { useEffect, useState } from 'react';
import { flows } from '#domain/claims/flows.ts';
import type { Flow } from '#domain/flow/types.ts';
import { api } from '#platform/api/client.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { LinkButton } from '#ui/link-button/link-button.tsx';
import { Page } from '#ui/page/page.tsx';
import { PickCard, type PickCardProps } from '#ui/pick-card/pick-card.tsx';
import { CHECK, pathOf } from './places.ts';
import { takeDown, type Told } from './take-down.ts';
import { TELL_ID, TellUs } from './tell-us.tsx';
import './claim-flow.css';

/** How each kind is recognised before it is read. */
const pictures: Readonly<Record<string, PickCardProps['picture']>> = {
  hospital: 'hospital',
  outpatient: 'clinic',
  accident: 'accident',
  illness: 'illness',
  death: 'candle',
  car: 'car',
  home: 'home',
  other: 'question',
};

/** "What happened?": one tap begins. A claim that was not finished is offered first. */
export function ChooseClaim({ onGo }: { onGo: (path: string) => void }) {
  const { t } = useWords('claims');
  const begin = async (flow: Flow, told: Told) => {
    await takeDown(flow, told);
    // What was said has its answers: the first question without one opens.
    onGo(pathOf(flow, CHECK));
  };
  return (
    <Page
      title={t('choose.title')}
      lead={<Plain text={t('choose.lead')} />}
      back={{ href: '/', label: t('back') }}
    >
      {useOpenFlows().map((open) => (
        <section key={open.id} className="resume">
          <h2>{t('choose.resume.title')}</h2>
          <p>{t('choose.resume.text', { kind: t(`kinds.${open.id}.name`) })}</p>
          {/* The address of the last page opens at the first question without an answer. */}
          <LinkButton kind="main" href={pathOf(open, CHECK)}>
            {t('choose.resume.go')}
          </LinkButton>
        </section>
      ))}
      <Button
        isWide
        icon={<Icon name="speak" />}
        onPress={() => {
          const box = document.getElementById(TELL_ID);
          box?.scrollIntoView({ block: 'center' });
          box?.focus();
        }}
      >
        {t('tell.title')}
      </Button>
      <ul className="pick-list">
        {flows.map((flow) => (
          <li key={flow.id}>
            <PickCard
              href={pathOf(flow, flow.steps[0]?.id ?? CHECK)}
              picture={pictures[flow.id] ?? 'invoice'}
              title={t(`kinds.${flow.id}.title`)}
              text={t(`kinds.${flow.id}.text`)}
            />
          </li>
        ))}
      </ul>
      <TellUs onBegin={begin} />
      <p>
        <Plain text={t('choose.other')} />
      </p>
    </Page>
  );
}

/** The kinds of which a claim was begun and not sent, the latest first; those with an answer only, where there are any. */
function useOpenFlows(): readonly Flow[] {
  const [open, setOpen] = useState<readonly Flow[]>([]);
  useEffect(() => {
    // No network, no session: then there is nothing to resume here, and beginning works all the same.
    api
      .get<{ drafts: { flow: string; version: number }[] }>('/api/drafts')
      .then(({ drafts }) => {
        const begun = drafts.filter((draft) => draft.version > 1);
        const ids = [
          ...new Set((begun.length > 0 ? begun : drafts.slice(0, 1)).map((d) => d.flow)),
        ];
        setOpen(ids.flatMap((id) => flows.find((flow) => flow.id === id) ?? []));
      })
      .catch(() => undefined);
  }, []);
  return open;
}
