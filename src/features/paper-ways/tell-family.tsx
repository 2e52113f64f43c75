import { useState } from 'react';
import { useWords } from '#platform/i18n/words.ts';
import { pageFacts } from '#platform/page/facts.ts';
import { Button } from '#ui/button/button.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { Notice } from '#ui/notice/notice.tsx';

interface TellFamilyProps {
  paperName: string;
  /** It was handed on for the first time. */
  onTold?: () => void;
}

/**
 * Words for a child or a neighbour, which the customer hands on themself: which paper, how to photograph it, whom to
 * ring. No name, no number and no link: whoever reads it learns nothing about the claim.
 */
export function TellFamily({ paperName, onTold }: TellFamilyProps) {
  const { t } = useWords('paper-ways');
  const [said, setSaid] = useState<'copied' | 'byHand'>();
  const text = t('family.message', { paper: paperName, hotline: pageFacts().hotline });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('copied');
    } catch {
      // Some hosts do not let a page copy: the words stand there to be held and copied by hand.
      setSaid('byHand');
    }
    onTold?.();
  };
  return (
    <>
      <p>
        <Plain text={t('family.how')} />
      </p>
      <Notice kind="info" title={t('family.label')}>
        {text}
      </Notice>
      <Button isWide icon={<Icon name="person" />} onPress={() => void copy()}>
        {t('family.copy')}
      </Button>
      {said ? (
        <Notice kind={said === 'copied' ? 'good' : 'info'} isStatus>
          {t(`family.${said}`)}
        </Notice>
      ) : null}
    </>
  );
}
