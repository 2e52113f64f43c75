import { useDisplay } from '#platform/display/display.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { useReasons } from './advice.tsx';
import { useAdvice } from './use-advice.ts';

/** "Why does it look like this?": the reasons in words, what is done with them, and "never ask again". */
export function Why() {
  const { t } = useWords('display');
  const { mode } = useDisplay();
  const { decision, neverAsk, isFollowed, follow, setNeverAsk } = useAdvice();
  const inWords = useReasons();
  const reasons = decision?.reasons ?? [];
  const followsHost = reasons.includes('host-text');
  return (
    <section id="why" className="why stack-close" aria-labelledby="why-title" tabIndex={-1}>
      <h2 id="why-title">{t('why.title')}</h2>
      <p>{t(`why.now.${mode}`)}</p>
      <p>{reasons.length > 0 ? t('because', { reasons: inWords(reasons) }) : t('why.none')}</p>
      <p>{t('local')}</p>
      <p>{t('why.service')}</p>
      {followsHost || !isFollowed ? (
        <Button onPress={() => follow(!isFollowed)}>
          {t(isFollowed ? 'text.undo' : 'text.follow')}
        </Button>
      ) : null}
      <Button onPress={() => setNeverAsk(!neverAsk)}>
        {t(neverAsk ? 'never.off' : 'never.on')}
      </Button>
      <div role="status">{neverAsk ? <p>{t('never.done')}</p> : null}</div>
    </section>
  );
}
