import { useState } from 'react';
import type { TextStep } from '#domain/senior/display.ts';
import type { Reason } from '#domain/senior/policy.ts';
import { useDisplay } from '#platform/display/display.ts';
import { useWords } from '#platform/i18n/words.ts';
import { pageFacts } from '#platform/page/facts.ts';
import { telHref } from '#platform/page/tel.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { LinkButton } from '#ui/link-button/link-button.tsx';
import { useReasons } from './advice.tsx';
import { useAdvice } from './use-advice.ts';
import './advice.css';

interface OfferCardProps {
  /** Asks for a person, as the button of the help bar does. */
  onHuman: () => void;
}

/** True of the page, but no reason for an offer. */
const isBeside = (reason: Reason) => ['chosen', 'never-ask'].includes(reason);

/**
 * The one offer, at a step boundary, in the page: help first (a person, a family member), then larger text. Says why, can be
 * declined, and is not made again soon. Nothing changes before the person says so.
 */
export function OfferCard({ onHuman }: OfferCardProps) {
  const { t } = useWords('display');
  const { offer, decline, setNeverAsk, choose } = useAdvice();
  const { mode, text, setText } = useDisplay();
  const inWords = useReasons();
  const [asksFamily, setAsksFamily] = useState(false);
  if (!offer) return null;
  const { hotline } = pageFacts();
  const enlarge = () => {
    if (mode === 'standard') choose('senior');
    else setText(Math.min(5, text + 1) as TextStep);
    decline();
  };
  return (
    <section className="offer stack-close" aria-label={t('offer.title')} data-advice="offer">
      <p>
        <strong>{t('offer.title')}</strong> {t('offer.text')}
      </p>
      <div className="offer-ways">
        <Button onPress={onHuman} isWide>
          {t('offer.human')}
        </Button>
        <Button onPress={() => setAsksFamily(true)} isWide>
          {t('offer.family')}
        </Button>
        {asksFamily ? (
          <div role="status" className="offer-family">
            <p>{t('offer.familyHow')}</p>
            <LinkButton href={telHref(hotline)} icon={<Icon name="phone" />} isWide>
              {t('offer.call', { hotline })}
            </LinkButton>
          </div>
        ) : null}
        {mode === 'standard' || text < 5 ? (
          <Button onPress={enlarge} isWide>
            {t(mode === 'standard' ? 'offer.toSenior' : 'offer.larger')}
          </Button>
        ) : null}
        <Button onPress={decline} isWide>
          {t('offer.no')}
        </Button>
      </div>
      <p className="soft">
        {t('because', { reasons: inWords(offer.reasons.filter((reason) => !isBeside(reason))) })}
        {t('local')}
      </p>
      <Button onPress={() => setNeverAsk(true)}>{t('never.on')}</Button>
    </section>
  );
}
