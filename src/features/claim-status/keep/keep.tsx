import { useState } from 'react';
import type { Claim } from '#domain/api/claim.ts';
import { numberInGroups } from '#domain/claims/number-in-groups.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { pageFacts } from '#platform/page/facts.ts';
import { Button } from '#ui/button/button.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { LinkButton } from '#ui/link-button/link-button.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { drawReceipt } from './draw-receipt.ts';
import './save-picture.css';

/**
 * A picture of the number to keep. It says nothing of what happened to the person: it may lie in an album that
 * others look through. Shown as an image, because in WeChat a long press is the only way to save one.
 */
export function SavePicture({ claim }: { claim: Claim }) {
  const { t } = useWords('status');
  const { t: common } = useWords('common');
  const dates = useDates();
  const [picture, setPicture] = useState<string | null>();
  const number = numberInGroups(claim.number);
  const by = dates.by(claim.promiseBy);

  const draw = () =>
    setPicture(
      drawReceipt({
        brand: common('brand'),
        heading: t('picture.heading'),
        rows: [
          { label: t('picture.number'), value: number, isLarge: true },
          { label: t('picture.date'), value: dates.moment(claim.submittedAt) },
          { label: t('picture.promise'), value: by },
          { label: t('picture.hotline'), value: pageFacts().hotline, isLarge: true },
        ],
      }) ?? null,
    );

  return (
    <div className="stack-close">
      {picture ? null : (
        <>
          <Button icon={<Icon name="save" />} onPress={draw}>
            {t('sent.save')}
          </Button>
          <p className="soft">{t('sent.saveHelp')}</p>
        </>
      )}
      <div role="status" className="stack-close">
        {picture === null ? (
          <Notice kind="warn">
            <Plain text={t('sent.noPicture')} />
          </Notice>
        ) : null}
        {picture ? <p>{t('sent.press')}</p> : null}
      </div>
      {picture ? (
        <>
          <img
            className="receipt-picture"
            src={picture}
            alt={t('sent.pictureAlt', { number, promise: t('promise', { by }) })}
          />
          <LinkButton
            href={picture}
            download={`${claim.number.replace(/[^\w-]+/g, '-')}.png`}
            icon={<Icon name="save" />}
          >
            {t('sent.download')}
          </LinkButton>
        </>
      ) : null}
    </div>
  );
}
