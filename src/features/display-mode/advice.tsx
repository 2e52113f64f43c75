import { useEffect, useLayoutEffect } from 'react';
import type { Reason } from '#domain/senior/policy.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { TextLink } from '#ui/text-link/text-link.tsx';
import { FirstChoice } from './first-choice.tsx';
import { useAdvice } from './use-advice.ts';
import './advice.css';

/** Where "why does it look like this?" is answered. */
export const WHY = '/settings#why';

/** Reasons in words, one after the other. */
export function useReasons(): (reasons: readonly Reason[]) => string {
  const { t } = useWords('display');
  return (reasons) => reasons.map((reason) => t(`reasons.${reason}`)).join('');
}

/**
 * What the page has to say about how it looks: that it was enlarged and why, the choice of the first visit, a link that is
 * over. At most one line or one choice, at the top of the page, never over it.
 */
export function Advice({ path }: { path: string }) {
  const { t } = useWords('display');
  const { decision, switchedAt, tellsText, isWeChat, expiredAt, visit, choose, follow } =
    useAdvice();
  const inWords = useReasons();
  useEffect(() => visit(path), [visit, path]);
  useLayoutEffect(() => {
    // From here on what stands here takes its own room.
    if (decision) delete document.documentElement.dataset.first;
  }, [decision]);
  if (!decision) return null;
  const isHome = path === '/';
  if (decision.isAutomatic) {
    if (!isHome && path !== switchedAt) return null;
    const why = decision.reasons.slice(0, 1);
    return (
      <QuietLine
        text={`${t('automatic.line')}${inWords(why)}`}
        undo={t('automatic.undo')}
        onUndo={() => choose('standard')}
      />
    );
  }
  const note = path === expiredAt ? <Notice kind="info">{t('link.expired')}</Notice> : null;
  if (decision.showChooser && isHome)
    return (
      <div className="advice stack-close">
        {note}
        <FirstChoice preselect={decision.preselect} onChoose={choose} />
      </div>
    );
  if (tellsText)
    return (
      <QuietLine
        text={t(isWeChat ? 'text.wechat' : 'text.system')}
        undo={t('text.undo')}
        onUndo={() => follow(false)}
      />
    );
  return note ? <div className="advice">{note}</div> : null;
}

interface QuietLineProps {
  text: string;
  undo: string;
  onUndo: () => void;
}

/** One line that says what was changed and why, with one tap to undo it and one to read more. */
function QuietLine({ text, undo, onUndo }: QuietLineProps) {
  const { t } = useWords('display');
  return (
    <div className="advice" role="status" data-advice="line">
      <p>{text}</p>
      <div className="advice-ways">
        <Button onPress={onUndo}>{undo}</Button>
        <TextLink href={WHY}>{t('more')}</TextLink>
      </div>
    </div>
  );
}
