import { useWords } from '#platform/i18n/words.ts';
import { pageFacts } from '#platform/page/facts.ts';
import { telHref } from '#platform/page/tel.ts';
import { Button } from '#ui/button/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { LinkButton } from '#ui/link-button/link-button.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Points } from '#ui/points/points.tsx';

interface NoCodeProps {
  isSending: boolean;
  isSentAgain: boolean;
  onAgain: () => void;
  onOtherPhone: () => void;
}

/** What to do when no text comes: another one, another number, or a person; never a countdown, never a dead end. */
export function NoCode({ isSending, isSentAgain, onAgain, onOtherPhone }: NoCodeProps) {
  const { t } = useWords('sign-in');
  const { hotline } = pageFacts();
  return (
    <section className="stack-close" aria-labelledby="no-code">
      <h2 id="no-code">{t('noCode.title')}</h2>
      <Points items={[t('noCode.wait'), t('noCode.check'), t('noCode.person')]} />
      <div role="status">
        {isSentAgain ? <Notice kind="good">{t('code.sentAgain')}</Notice> : null}
      </div>
      <div className="button-row">
        <Button icon={<Icon name="retry" />} onPress={onAgain} isPending={isSending}>
          {t(isSending ? 'phone.sending' : 'code.again')}
        </Button>
        <Button icon={<Icon name="edit" />} onPress={onOtherPhone}>
          {t('code.otherPhone')}
        </Button>
        <LinkButton href={telHref(hotline)} icon={<Icon name="phone" />}>
          {t('noCode.call', { hotline })}
        </LinkButton>
      </div>
    </section>
  );
}

/** Where no real text is sent, the way to read it. Opens beside this page, so that nothing typed is lost. */
export function DemoHint() {
  const { t } = useWords('sign-in');
  if (pageFacts().appMode === 'production') return null;
  return (
    <Notice kind="info">
      <span>{t('demo.text')}</span>{' '}
      <a className="text-link" href="/demo/phone" target="_blank" rel="noopener">
        <span className="text-link-words">{t('demo.link')}</span>
      </a>
    </Notice>
  );
}
