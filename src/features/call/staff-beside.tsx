import type { Sight } from '#platform/call/beside-view.ts';
import type { Call, CallView } from '#platform/call/call-view.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { CallPicture } from './call-picture.tsx';

/** How our picture is: a key of `sight`. */
function oursOf({ mine, trouble, isSeen }: Sight): string | undefined {
  if (mine === 'asking') return 'asking';
  if (mine === 'off') return trouble;
  return isSeen === undefined ? 'sending' : isSeen ? 'seen' : 'unseen';
}

/** In a call: the camera of staff, the customer's picture where they show themselves, and whether they read along. */
export function StaffBeside({ call, view }: { call: Call; view: CallView }) {
  const { t } = useWords('staff-call');
  const { phase, sight, captions } = view;
  if (phase !== 'talking') return null;
  const ours = oursOf(sight);
  const isShown = sight.mine !== 'off';
  return (
    <>
      <div role="status" className="staff-beside">
        {captions.isWanted ? (
          <p>{t(captions.isFailing ? 'captions.failing' : 'captions.on')}</p>
        ) : null}
        {ours ? <p>{t(`sight.${ours}`)}</p> : null}
        {sight.theirs === 'off' ? null : <p>{t(`sight.${sight.theirs}`)}</p>}
      </div>
      <div className="staff-pictures">
        {sight.theirs !== 'off' && sight.picture ? (
          <CallPicture
            name={t('sight.theirs')}
            stream={sight.picture}
            isAway={sight.theirs === 'late'}
            onSeen={call.noteSeen}
          />
        ) : null}
        {sight.own ? <CallPicture name={t('sight.own')} stream={sight.own} isOwn /> : null}
      </div>
      <div className="agent-buttons">
        <Button
          icon={<Icon name={isShown ? 'close' : 'video'} />}
          onPress={() => call.setCamera(!isShown)}
        >
          {t(isShown ? 'sight.hide' : 'sight.show')}
        </Button>
      </div>
    </>
  );
}
