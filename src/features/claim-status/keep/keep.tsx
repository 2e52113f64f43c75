import { useCallback, useState, type ReactElement } from 'react';
import type { Claim } from '#domain/api/claim.ts';
import { numberInGroups } from '#domain/claims/number-in-groups.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { LinkButton } from '#ui/link-button/link-button.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PrintSheet } from '#ui/print-sheet/print-sheet.tsx';
import { useSlipText } from './slip-text.ts';
import './keep.css';

/**
 * Something to keep (C13): a picture in the phone, or a sheet of paper. Shown as an image, because in WeChat a long press
 * is the only way to save one. What draws them is loaded when asked for.
 */
export function Keep({ claim }: { claim: Claim }) {
  const { t } = useWords('status');
  const text = useSlipText(claim);
  const [picture, setPicture] = useState<string>();
  const [sheet, setSheet] = useState<ReactElement>();
  const [trouble, setTrouble] = useState<string>();
  const closeSheet = useCallback(() => setSheet(undefined), []);
  const number = numberInGroups(claim.number);

  const draw = async () => {
    setTrouble(undefined);
    try {
      const { drawReceipt } = await import('./draw-receipt.ts');
      const drawn = drawReceipt(text);
      if (drawn) setPicture(drawn);
      else setTrouble(t('keep.noPicture'));
    } catch {
      setTrouble(t('keep.noSlip'));
    }
  };
  const print = async () => {
    setTrouble(undefined);
    try {
      const { Slip } = await import('./slip.tsx');
      setSheet(<Slip text={text} />);
    } catch {
      setTrouble(t('keep.noSlip'));
    }
  };

  return (
    <section className="stack-close only-screen" aria-labelledby="keep">
      <h2 id="keep">{t('keep.heading')}</h2>
      <p>
        <Plain text={t('keep.text')} />
      </p>
      <div className="claim-acts">
        {picture ? null : <Button onPress={() => void draw()}>{t('keep.picture')}</Button>}
        <Button onPress={() => void print()}>{t('keep.print')}</Button>
      </div>
      <div role="status" className="stack-close">
        {trouble ? (
          <Notice kind="warn">
            <Plain text={trouble} />
          </Notice>
        ) : null}
        {picture ? <p>{t('keep.press')}</p> : null}
      </div>
      {picture ? (
        <>
          <img
            className="receipt-picture"
            src={picture}
            alt={t('keep.pictureAlt', { number, next: text.next })}
          />
          <LinkButton
            href={picture}
            download={`${claim.number.replace(/[^\w-]+/g, '-')}.png`}
            icon={<Icon name="save" />}
          >
            {t('keep.download')}
          </LinkButton>
        </>
      ) : null}
      {sheet ? <PrintSheet onClose={closeSheet}>{sheet}</PrintSheet> : null}
    </section>
  );
}
