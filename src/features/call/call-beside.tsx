import { useEffect, useRef, type RefObject } from 'react';
import type { Captions, Sight } from '#platform/call/beside-view.ts';
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

/**
 * What is to be read and seen in a call, and what may be chosen of it (H7, H10). It stands below what mutes and hangs up,
 * so that no picture pushes that out of sight.
 */
export function CallBeside({ call, view }: BesideProps) {
  const { t } = useWords('call');
  const { sight, captions } = view;
  const line = lineOf(sight);
  const top = useRef<HTMLDivElement>(null);
  useBroughtUp(top, captions.isWanted);
  useBroughtUp(top, sight.mine === 'on');
  return (
    <div ref={top} className="call-beside">
      {captions.isWanted ? <CaptionLines {...captions} /> : null}
      <Pictures call={call} sight={sight} />
      <p role="status" className="call-line">
        {line ? t(`sight.${line}`) : null}
      </p>
      <Choices call={call} view={view} />
    </div>
  );
}

/** What was asked for is looked at together with the buttons above it. */
function useBroughtUp(part: RefObject<HTMLElement | null>, isOn: boolean): void {
  useEffect(() => {
    if (isOn) part.current?.closest('.voice-call')?.scrollIntoView?.({ block: 'start' });
  }, [part, isOn]);
}

function CaptionLines({ lines, isFailing }: Captions) {
  const { t } = useWords('call');
  return (
    <div className="call-captions">
      {isFailing || lines.length === 0 ? (
        <p role="status" className="call-captions-note">
          {t(isFailing ? 'captions.failing' : 'captions.waiting')}
        </p>
      ) : null}
      <div role="log" aria-label={t('captions.title')}>
        {lines.map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
      </div>
    </div>
  );
}

function Pictures({ call, sight }: { call: Call; sight: Sight }) {
  const { t } = useWords('call');
  const theirs = sight.theirs === 'off' ? undefined : sight.picture;
  if (!theirs && !sight.own) return null;
  const isAlone = !theirs || sight.theirs === 'late';
  return (
    <div className="call-pictures" data-alone={isAlone ? '' : undefined}>
      {theirs ? (
        <CallPicture
          name={t('sight.theirs')}
          stream={theirs}
          isAway={sight.theirs === 'late'}
          onSeen={call.noteSeen}
        />
      ) : null}
      {sight.own ? <CallPicture name={t('sight.own')} stream={sight.own} isOwn /> : null}
    </div>
  );
}

/** Captions, and to be seen: each the customer's own choice. */
function Choices({ call, view }: BesideProps) {
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
