import type { Customer } from '#domain/api/customer.ts';
import type { Draft } from '#domain/api/draft.ts';
import type { Insured } from '#domain/api/policy.ts';
import type { Answers, DateField } from '#domain/flow/types.ts';
import { OTHER_INSURED, validateField } from '#domain/flow/validate.ts';
import { dayChoices } from '#domain/time/day-choices.ts';
import type { Choice } from '#ui/choice-group/choice-group.tsx';
import type { DayChooserWords } from '#ui/day-chooser/day-chooser.tsx';
import type { PictureName } from '#ui/picture/picture.tsx';
import type { ClaimWords } from './claim-words.ts';

/** Pictures beside choices, by field and value: a word is always beside them. */
const pictures: Readonly<Record<string, PictureName>> = {
  'cause.illness': 'illness',
  'cause.accident': 'accident',
  'payoutTo.cardOnFile': 'card',
  'payoutTo.newCard': 'card',
  'payoutTo.passbook': 'receipt',
  'payoutTo.counter': 'counter',
  'payoutTo.postalOrder': 'invoice',
};

/** The options of a choice in words; the card that we know only where we know one. */
export function choicesOf(
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

/** Whom the customer's policies name, oneself first as the server lists them, and somebody else. */
export function insuredChoices(
  insureds: readonly Insured[] | undefined,
  { t }: ClaimWords,
): Choice[] {
  const named = (insureds ?? []).map(({ id, name, relation }) => ({
    value: id,
    title: name,
    text: t(`insured.relations.${relation}`),
  }));
  return [
    ...named,
    { value: OTHER_INSURED, title: t('insured.other.title'), text: t('insured.other.text') },
  ];
}

/** The days offered first for a date: those that papers name and do not agree on, then the near ones. */
export function nearDays(
  spec: DateField,
  draft: Draft,
  before: Answers,
  { t }: ClaimWords,
): readonly { day: string; title: string }[] {
  const { today } = draft;
  const named = (draft.known ?? []).flatMap(({ name, value }) =>
    spec.fact === name &&
    typeof value === 'string' &&
    validateField(spec, value, before, { today }) === undefined
      ? [{ day: value, title: t('day.onPaper') }]
      : [],
  );
  const near = dayChoices(spec, today, before).map(({ day, name }) => ({
    day,
    title: t(`day.${name}`),
  }));
  const all = [...named, ...near];
  return all.filter(({ day }, i) => all.findIndex((one) => one.day === day) === i).slice(0, 3);
}

export function dayWords({ t }: ClaimWords): DayChooserWords {
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
