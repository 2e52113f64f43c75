import type { Claim, ClaimStatus } from '#domain/api/claim.ts';
import { paperWays } from '#domain/flow/types.ts';
import { numberInWords } from '#domain/money/number-words.ts';
import { hasWord, useWords } from '#platform/i18n/words.ts';

const decided: readonly ClaimStatus[] = ['refused', 'paid', 'withdrawn'];

/** Whether something is still to come from us. */
export function isOpen(status: ClaimStatus): boolean {
  return !decided.includes(status);
}

/** How a paper comes to us without a photo, where that was the answer to it (E5). */
export function wayOf(claim: Pick<Claim, 'answers'>, field: string): string | undefined {
  return paperWays.find((way) => way === claim.answers[field]);
}

export interface StatusWords {
  /** 住院理赔 */
  kind: (flow: string) => string;
  status: (status: ClaimStatus) => string;
  /** 发票照片 */
  paper: (field: string) => string;
  /** `1,234.50` */
  yuan: (fen: number) => string;
  /** 一千二百三十四元五角 */
  yuanInWords: (fen: number) => string;
}

/**
 * Words for where a claim stands. What a later server says and this page does not know has words too.
 * @param flow whose own words name its papers, once they are here
 */
export function useStatusWords(flow = ''): StatusWords {
  const { t, lng } = useWords('status');
  const { t: claims } = useWords('claims');
  const own = flow === '' ? 'claims' : `claims/${flow}`;
  const { t: ownT } = useWords(own);
  const inWords = (n: number) =>
    numberInWords(n, lng, {
      digits: t('amount.digits').split(' '),
      small: t('amount.small').split(' '),
      groups: t('amount.groups').split(' '),
    });
  return {
    kind: (flow) =>
      claims(hasWord('claims', `kinds.${flow}.name`) ? `kinds.${flow}.name` : 'choose.start'),
    status: (status) =>
      t(hasWord('status', `status.${status}`) ? `status.${status}` : 'status.other'),
    paper: (field) => {
      const key = `fields.${field}.short`;
      if (hasWord(own, key)) return ownT(key);
      if (hasWord('claims', key)) return claims(key);
      return hasWord('status', `papers.kinds.${field}`)
        ? t(`papers.kinds.${field}`)
        : t('papers.other');
    },
    yuan: (fen) =>
      (fen / 100).toLocaleString(lng, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    yuanInWords: (fen) => {
      const [jiao, rest] = [Math.floor(fen / 10) % 10, fen % 10];
      return t('amount.words', {
        yuan: t('amount.yuan', { number: inWords(Math.floor(fen / 100)) }),
        jiao: jiao > 0 ? t('amount.jiao', { number: inWords(jiao) }) : '',
        fen: rest > 0 ? t('amount.fen', { number: inWords(rest) }) : '',
      });
    },
  };
}
