import type { Customer } from '#domain/api/customer.ts';
import type { Draft } from '#domain/api/draft.ts';
import { UNKNOWN, type AnswerValue, type FieldSpec } from '#domain/flow/types.ts';
import { useDisplay } from '#platform/display/display.ts';
import { ChoiceGroup, type Choice } from '#ui/choice-group/choice-group.tsx';
import { DateBox } from '#ui/date-box/date-box.tsx';
import { DayChooser, type DayChooserWords } from '#ui/day-chooser/day-chooser.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { MoneyBox } from '#ui/money-box/money-box.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import type { PictureName } from '#ui/picture/picture.tsx';
import { TextBox } from '#ui/text-box/text-box.tsx';
import { YesNo } from '#ui/yes-no/yes-no.tsx';
import type { ClaimWords } from './claim-words.ts';
import { inGroups, yuan } from './describe-answer.ts';
import { PhotoField } from './photo-field.tsx';

export interface FieldControlProps {
  field: string;
  spec: FieldSpec;
  value: AnswerValue | undefined;
  onChange: (value: AnswerValue | null) => void;
  error?: string;
  words: ClaimWords;
  draft: Draft;
  customer?: Customer | null;
  /** Senior mode asks the question as the page's title. */
  isAlone: boolean;
}

/** Pictures beside choices, by field and value: a word is always beside them. */
const pictures: Readonly<Record<string, PictureName>> = {
  'payoutTo.cardOnFile': 'card',
  'payoutTo.newCard': 'card',
  'payoutTo.counter': 'counter',
};

/** An id that an error summary's link leads to. */
export const fieldId = (field: string) => `field-${field}`;

/** The control that asks for one field, by its kind: the same field, two looks. */
export function FieldControl(props: FieldControlProps) {
  const { field, spec, value, onChange, error, words, draft, customer, isAlone } = props;
  const { t, has, lng } = words;
  const { mode } = useDisplay();
  const key = `fields.${field}`;
  const frame = {
    id: fieldId(field),
    label: t(`${key}.label`),
    hint: has(`${key}.hint`) ? <Plain text={t(`${key}.hint`)} /> : undefined,
    error,
    isLabelHidden: isAlone,
  };
  const text = typeof value === 'string' ? value : '';
  switch (spec.kind) {
    case 'date':
      return mode === 'senior' ? (
        <DayChooser
          {...frame}
          value={text || undefined}
          onChange={onChange}
          today={draft.today}
          lng={lng}
          words={dayWords(words)}
        />
      ) : (
        <DateBox
          {...frame}
          value={text}
          onChange={(day) => onChange(day || null)}
          today={draft.today}
        />
      );
    case 'yesNo':
    case 'consent':
      return (
        <>
          <YesNo
            {...frame}
            yes={t(has(`${key}.yes`) ? `${key}.yes` : 'answers.yes')}
            no={t(has(`${key}.no`) ? `${key}.no` : 'answers.no')}
            value={typeof value === 'boolean' ? value : undefined}
            onChange={onChange}
          />
          {spec.kind === 'consent' && value === false && (
            <Notice kind="info">
              <Plain text={t(`${key}.refused`)} />
            </Notice>
          )}
        </>
      );
    case 'choice':
      return (
        <ChoiceGroup
          {...frame}
          options={choicesOf(field, spec.options, words, customer)}
          value={text || undefined}
          onChange={onChange}
        />
      );
    case 'amount':
      return (
        <MoneyBox
          {...frame}
          value={value === UNKNOWN ? UNKNOWN : typeof value === 'number' ? value : undefined}
          onChange={(fen) => onChange(fen ?? null)}
          unit={t(`${key}.unit`)}
          unknownLabel={spec.allowUnknown ? t(`${key}.unknown`) : undefined}
          echo={
            typeof value === 'number' ? t(`${key}.shown`, { yuan: yuan(value, lng) }) : undefined
          }
        />
      );
    case 'personName':
      return (
        <TextBox
          {...frame}
          value={text}
          onChange={(name) => onChange(name || null)}
          autoComplete="name"
        />
      );
    case 'bankCard':
      return (
        <TextBox
          {...frame}
          value={text}
          onChange={(typed) => onChange(plainDigits(typed) || null)}
          inputMode="numeric"
          autoComplete="cc-number"
          echo={text ? inGroups(text) : undefined}
        />
      );
    case 'photos':
      return <PhotoField {...props} frame={frame} />;
    case 'text':
    case 'idNumber':
    case 'phone':
    case 'insured':
    case 'matter':
      return <TextBox {...frame} value={text} onChange={(typed) => onChange(typed || null)} />;
  }
}

/** What is typed into a card number beside its digits: spaces, hyphens, full-width digits. */
function plainDigits(typed: string): string {
  return typed
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\s-]/g, '')
    .slice(0, 30);
}

function choicesOf(
  field: string,
  options: readonly string[],
  { t, has }: ClaimWords,
  customer: Customer | null | undefined,
): Choice[] {
  return options
    .filter((value) => value !== 'cardOnFile' || customer?.cardOnFile)
    .map((value) => {
      const key = `fields.${field}.options.${value}`;
      return {
        value,
        title: t(`${key}.title`),
        text: has(`${key}.text`) ? t(`${key}.text`, { ...customer?.cardOnFile }) : undefined,
        picture: pictures[`${field}.${value}`],
      };
    });
}

function dayWords({ t }: ClaimWords): DayChooserWords {
  return {
    today: t('day.today'),
    yesterday: t('day.yesterday'),
    dayBeforeYesterday: t('day.dayBeforeYesterday'),
    earlier: t('day.earlier'),
    whichYear: t('day.whichYear'),
    earlierYears: t('day.earlierYears'),
    whichMonth: t('day.whichMonth'),
    whichDay: t('day.whichDay'),
    back: t('day.back'),
    chosen: t('day.chosen'),
  };
}
