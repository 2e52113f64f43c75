/**
 * What the first digits of a card tell: its bank and how many digits it has. Only what card tables of the banks agree on;
 * an unlisted beginning is taken at the two lengths that nearly all cards have.
 */
interface CardRange {
  prefix: string;
  bank: string;
  length: number;
}

const ICBC = '中国工商银行';
const ABC = '中国农业银行';
const BOC = '中国银行';
const CCB = '中国建设银行';
const BCM = '交通银行';
const PSBC = '中国邮政储蓄银行';
const CMB = '招商银行';
const CIB = '兴业银行';

const ranges = (bank: string, length: number, prefixes: string): CardRange[] =>
  prefixes.split(' ').map((prefix) => ({ prefix, bank, length }));

const RANGES: readonly CardRange[] = [
  ...ranges(
    ICBC,
    18,
    '620200 620302 620402 620403 620404 620406 620407 620409 620410 620411 620412 620502 620503 620405 620408 620512 ' +
      '620602 620604 620607 620611 620612 620704 620706 620707 620708 620709 620710 620609 620712 620713 620714 620802',
  ),
  ...ranges(
    ICBC,
    19,
    '621225 621226 621227 621281 621288 621558 621559 621618 621670 621720 621721 621722 621723 621724 622200 622202 ' +
      '622203 622208',
  ),
  ...ranges(ICBC, 16, '622230 622235 622210 622215 622225 622240 622245 625160 625161 625162'),
  ...ranges(
    ABC,
    19,
    '622848 622841 622845 622846 622847 622849 622843 622844 622821 622822 622823 622824 622825 622826 622827 622828 622840 623018 620059 621282 621336 621619 621671 623206',
  ),
  ...ranges(
    BOC,
    19,
    '621660 621661 621662 621663 621665 621666 621667 621668 621669 621256 621785 621786 621787 621788 621789 621790 ' +
      '621756 621757 621758 621759 621672 456351 601382',
  ),
  ...ranges(
    CCB,
    19,
    '621284 621700 622280 622700 623211 623668 623094 620060 621081 621467 621598 621621 436742',
  ),
  ...ranges(CCB, 16, '621080 621082 621466 621488 621499 622966 622988 621083 621084 621487'),
  ...ranges(BCM, 19, '622260 622261 621069 621436 621002 621335'),
  ...ranges(BCM, 17, '405512 601428 622258 622259'),
  ...ranges(CIB, 18, '622908 622909'),
  ...ranges(
    PSBC,
    19,
    '621098 622150 622151 622181 622188 622199 621095 621096 620062 621285 621798 621799 621797 620529 621622 621599 621674 623218 623219',
  ),
  ...ranges(
    CMB,
    16,
    '621286 621483 621485 621486 621299 622580 622588 622598 622609 410062 468203 512425 524011',
  ),
];

/** The range of a card by its first digits, the longest that fits. */
function rangeOf(digits: string): CardRange | undefined {
  return RANGES.filter(({ prefix }) => digits.startsWith(prefix)).sort(
    (a, b) => b.prefix.length - a.prefix.length,
  )[0];
}

/** The bank whose cards begin so, where that is known. */
export function bankOfCard(digits: string): string | undefined {
  return rangeOf(digits)?.bank;
}

/** Whether cards with these first digits have so many: two hidden digits can leave a number whose check digit holds. */
export function hasCardLength(digits: string): boolean {
  const range = rangeOf(digits);
  if (range) return digits.length === range.length;
  if (digits.startsWith('62')) return digits.length === 16 || digits.length === 19;
  return /^(4|5[1-5]|35|9)/.test(digits) && (digits.length === 16 || digits.length === 19);
}

/** Names as cards print them. Longer ones first: 中国银行 is no part of another, but 银行 is of all. */
export const BANK_NAMES: readonly string[] = [
  PSBC,
  ICBC,
  ABC,
  CCB,
  BOC,
  BCM,
  CMB,
  '中国民生银行',
  '中国光大银行',
  '上海浦东发展银行',
  '国家开发银行',
  '广东发展银行',
  '浙江稠州商业银行',
  '杭州联合银行',
  '中信银行',
  '中信实业银行',
  '华夏银行',
  '民生银行',
  '光大银行',
  '浦发银行',
  '广发银行',
  '平安银行',
  CIB,
  '浙商银行',
  '渤海银行',
  '恒丰银行',
  '北京银行',
  '上海银行',
  '江苏银行',
  '南京银行',
  '宁波银行',
  '杭州银行',
];
