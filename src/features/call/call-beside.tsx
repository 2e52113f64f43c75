import type { Sight } from '#platform/call/beside-view.ts';
import type { Call, CallView } from '#platform/call/call-view.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { CallPicture } from './call-picture.tsx';

interface BesideProps {
  call: Call;
  view: CallView;
}

/** The one line that says who sees whom, or why nobody does: a key of `sight`. */
function lineOf({ mine, trouble, isSeen, theirs }: Sight): string | undefined {
  if (mine === 'asking') return 'asking';
  if (mine === 'off' && trouble) return trouble;
  if (theirs === 'coming' || theirs === 'late') return theirs;
  if (mine === 'on' && !isSeen) return isSeen === false ? 'unseen' : 'sending';
  if (mine === 'on') return theirs === 'shown' ? 'bothWays' : 'onlyMe';
  return theirs === 'shown' ? 'oneWay' : undefined;
}

/** What is to be seen and read in a call: above what is tapped, and never so tall that it pushes that away (H7, H10). */
export function CallBeside({ call, view }: BesideProps) {
  const { t } = useWords('call');
  const { sight, captions } = view;
  const line = lineOf(sight);
  const hasPicture = sight.theirs !== 'off' && sight.picture;
  return (
    <>
      {hasPicture || sight.own ? (
        <div className="call-pictures" data-empty={hasPicture ? undefined : ''}>
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
      ) : null}
      <p role="status" className="call-line">
        {line ? t(`sight.${line}`) : null}
      </p>
      {captions.isWanted ? (
        <div className="call-captions">
          {captions.isFailing || captions.lines.length === 0 ? (
            <p role="status">{t(captions.isFailing ? 'captions.failing' : 'captions.waiting')}</p>
          ) : null}
          <div role="log" aria-label={t('captions.title')}>
            {captions.lines.map(({ id, text }) => (
              <p key={id}>{text}</p>
            ))}
          </div>
        </div>
      ) : null}
    </>
  );
}

/** What may be chosen beside the voice: captions, and to be seen. */
export function CallChoices({ call, view }: BesideProps) {
  const { t } = useWords('call');
  const { sight, captions } = view;
  const isShown = sight.mine !== 'off';
  return (
    <>
      {captions.canHave ? (
        <Button isWide onPress={() => call.setCaptions(!captions.isWanted)}>
          {t(captions.isWanted ? 'captions.hide' : 'captions.show')}
        </Button>
      ) : (
        <p>{t('captions.none')}</p>
      )}
      <Button
        isWide
        icon={<Icon name={isShown ? 'close' : 'video'} />}
        onPress={() => call.setCamera(!isShown)}
      >
        {t(isShown ? 'sight.hideMe' : 'sight.letSee')}
      </Button>
    </>
  );
}
