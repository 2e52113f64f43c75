import type { HelpRequest } from '#domain/api/help.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { minutesOf, type Standing } from './standing.ts';

interface BandProps {
  standing: Standing;
  request?: HelpRequest;
}

/** How it stands and what comes next, said once when it changes; calm, because somebody is waiting. */
export function Band({ standing, request }: BandProps) {
  const { t } = useWords('conversation');
  const dates = useDates();
  const { phase, position, waitSeconds, isBack, isLater, staffName, closeReason } = standing;

  const isShut = request?.isOpen === false;
  const waiting = () => ({
    // A place in a queue that nobody serves now would promise what is not so.
    title: isShut
      ? t('band.shut')
      : position === undefined
        ? t('band.then')
        : position <= 1
          ? t('band.next')
          : t('band.position', { position }),
    lines: isShut
      ? [
          ...(request.opensAt ? [t('band.opens', { time: dates.moment(request.opensAt) })] : []),
          t('band.keep'),
        ]
      : [
          ...(isBack ? [t('band.back')] : []),
          ...(isLater ? [t('band.later')] : []),
          waitSeconds ? t('band.wait', minutesOf(waitSeconds)) : t('band.waitUnknown'),
          t('band.then'),
          t('band.write'),
          t('band.keep'),
        ],
  });
  const texts: Readonly<Record<Standing['phase'], () => { title: string; lines: string[] }>> = {
    waiting,
    offered: () => ({ title: t('band.offered'), lines: [t('band.offeredThen')] }),
    active: () => ({
      title: t('band.active', { name: staffName ?? '' }),
      lines: [t('band.activeThen')],
    }),
    'agent-lost': () => ({ title: t('band.lost'), lines: [t('band.lostThen')] }),
    'passing-on': () => ({ title: t('band.passing'), lines: [t('band.passingThen')] }),
    closed: () => ({
      title: t(closeReason === 'left' ? 'band.closedLeft' : 'band.closed'),
      lines: [t(closeReason === 'merged' ? 'band.merged' : 'band.closedThen')],
    }),
  };
  const { title, lines } = texts[phase]();
  return (
    <div className="band" data-phase={phase}>
      <div role="status">
        <div className="conversation-place">{title}</div>
        {lines.slice(0, 1).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {/* What stays the same is read when one gets there, and not said again with every place. */}
      {lines.length > 1 ? (
        <ul className="band-lines">
          {lines.slice(1).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
