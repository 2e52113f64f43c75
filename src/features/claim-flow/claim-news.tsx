import type { Flow } from '#domain/flow/types.ts';
import { useWords } from '#platform/i18n/words.ts';
import { LinkButton } from '#ui/link-button/link-button.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import type { ClaimState } from './claim-state.ts';
import { CHECK, pathOf } from './places.ts';

type NewsOf = Pick<
  ClaimState,
  'wasChangedElsewhere' | 'wasSentElsewhere' | 'leftBehind' | 'outbox'
>;

/** What happened to this claim elsewhere, above the page's questions. */
export function ClaimNews({ claim, flow }: { claim: NewsOf; flow?: Flow }) {
  const { t } = useWords('offline');
  const { t: claims } = useWords('claims');
  return (
    <>
      {claim.wasSentElsewhere ? (
        <Notice kind="info">
          <Plain text={t('sentElsewhere')} />
        </Notice>
      ) : null}
      {claim.leftBehind > 0 ? (
        <Notice kind="warn" title={t('leftBehind.title', { count: claim.leftBehind })} isStatus>
          <p>
            <Plain text={t('leftBehind.what')} />
          </p>
          <LinkButton href="/claims">{t('leftBehind.go')}</LinkButton>
        </Notice>
      ) : null}
      {claim.wasChangedElsewhere ? (
        <Notice kind="info">
          <Plain text={claims('saving.changed')} />
        </Notice>
      ) : null}
      {flow && claim.outbox === 'ask' ? (
        <Notice kind="warn" title={t('outbox.ask.title')} isStatus>
          <LinkButton href={pathOf(flow, CHECK)}>{t('outbox.ask.go')}</LinkButton>
        </Notice>
      ) : null}
    </>
  );
}

/** On the page that sends: the wish to send is kept, and asked for once more when there is a signal. */
export function OutboxNews({ outbox }: Pick<ClaimState, 'outbox'>) {
  const { t } = useWords('offline');
  return outbox ? (
    <Notice
      kind={outbox === 'ask' ? 'info' : 'warn'}
      title={t(outbox === 'ask' ? 'outbox.ask.title' : 'outbox.waiting.title')}
      isStatus
    >
      <Plain text={t(outbox === 'ask' ? 'outbox.ask.what' : 'outbox.waiting.what')} />
    </Notice>
  ) : null;
}

/** What the server does not have yet, and where it lies until then: said as it is. */
export function ClaimKept({ claim }: { claim: Pick<ClaimState, 'save' | 'place'> }) {
  const { t } = useWords('offline');
  const { save, place } = claim;
  const isFull = place === 'full' && save !== 'saved';
  if (!isFull && save !== 'waiting') return null;
  return (
    <div role="status">
      <Notice kind="warn">
        <Plain text={t(isFull ? 'full' : place === 'phone' ? 'waiting.phone' : 'waiting.page')} />
      </Notice>
    </div>
  );
}
