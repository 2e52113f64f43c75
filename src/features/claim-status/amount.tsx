import { useWords } from '#platform/i18n/words.ts';
import { Plain } from '#ui/gloss/plain.tsx';
import { useStatusWords } from './claim-words.ts';

/** A sum of money as it stands in a bank book: figures, and beneath them the same in words. @param fen 分 */
export function Amount({ label, fen }: { label: string; fen: number }) {
  const { t } = useWords('status');
  const words = useStatusWords();
  return (
    <div className="amount">
      <div className="amount-label">
        <Plain text={label} />
      </div>
      <div className="amount-figure">{t('amount.figure', { yuan: words.yuan(fen) })}</div>
      <div className="amount-words">{words.yuanInWords(fen)}</div>
    </div>
  );
}
