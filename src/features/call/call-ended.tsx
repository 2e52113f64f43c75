import type { Call, CallView } from '#platform/call/call-view.ts';
import { useWords } from '#platform/i18n/words.ts';
import { pageFacts } from '#platform/page/facts.ts';
import { telHref } from '#platform/page/tel.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { LinkButton } from '#ui/link-button/link-button.tsx';

interface CallEndedProps {
  call: Call;
  view: CallView;
  /** Somebody is still there. */
  canAgain: boolean;
  onCallMe: () => void;
}

/** After a call: where it did not work the telephone comes first, then a call-back, then the same once more. */
export function CallEnded({ call, view, canAgain, onCallMe }: CallEndedProps) {
  const { t } = useWords('call');
  const { hotline } = pageFacts();
  const { ending } = view;
  const isDone = ending === 'hung-up';
  return (
    <>
      {ending === 'microphone-refused' ? <p>{t('allow')}</p> : null}
      {isDone ? null : (
        <>
          {hotline ? (
            <>
              <p>{t('phone')}</p>
              <LinkButton kind="main" href={telHref(hotline)} icon={<Icon name="phone" />}>
                {hotline}
              </LinkButton>
            </>
          ) : null}
          <Button
            isWide
            onPress={() => {
              call.dismiss();
              onCallMe();
            }}
          >
            {t('callMe')}
          </Button>
        </>
      )}
      <div className="call-two">
        {canAgain ? (
          <Button
            isWide
            onPress={() => {
              call.dismiss();
              call.call();
            }}
          >
            {t('again')}
          </Button>
        ) : null}
        <Button isWide onPress={call.dismiss}>
          {t('close')}
        </Button>
      </div>
    </>
  );
}
