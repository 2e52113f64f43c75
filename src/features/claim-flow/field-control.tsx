import type { ReactNode } from 'react';
import type { Customer } from '#domain/api/customer.ts';
import type { Draft } from '#domain/api/draft.ts';
import {
  LATER,
  UNKNOWN,
  type Answers,
  type AnswerValue,
  type FieldSpec,
} from '#domain/flow/types.ts';
import { readAmount } from '#domain/flow/read-amount.ts';
import { useDisplay } from '#platform/display/display.ts';
import { useWords } from '#platform/i18n/words.ts';
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx';
import { DateBox } from '#ui/date-box/date-box.tsx';
import { DayChooser } from '#ui/day-chooser/day-chooser.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { MoneyBox } from '#ui/money-box/money-box.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { TextArea } from '#ui/text-area/text-area.tsx';
import { TextBox } from '#ui/text-box/text-box.tsx';
import { YesNo } from '#ui/yes-no/yes-no.tsx';
import { choicesOf, dayWords, insuredChoices, nearDays } from './choices.ts';
import type { ClaimWords } from './claim-words.ts';
import { inGroups, phoneInGroups, yuan } from './describe-answer.ts';
import { fieldId } from './field-id.ts';
import { IdNumberBox } from './id-number-box.tsx';
import { PaperField } from './paper-field.tsx';
import type { PaperWaysSlot } from './paper-ways.ts';
import { plainDigits } from './plain-digits.ts';
import { UnsureChoices } from './unsure-choices.tsx';

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
  /** What was answered before it on the same path. */
  before?: Answers;
  /** Where the value came from, when it was known before it was asked. */
  origin?: ReactNode;
  paperWays?: PaperWaysSlot;
}

/** The control that asks for one field, by its kind: the same field, two looks; below it the ways of not knowing. */
export function FieldControl(props: FieldControlProps) {
  const { field, spec, value, onChange, words, origin } = props;
  const isUnsure = value === UNKNOWN || value === LATER;
  return (
    <div className="claim-field">
      {/* Another key: a box that keeps what was typed is empty once "I do not know" was chosen. */}
      <Control key={String(isUnsure)} {...props} value={isUnsure ? undefined : value} />
      {origin}
      <UnsureChoices field={field} spec={spec} value={value} onChange={onChange} words={words} />
    </div>
  );
}

/** A sum as people write or say it, in 分; what can be read in two ways is not guessed. */
function fenOf(text: string): number | undefined {
  const read = readAmount(text);
  return 'fen' in read ? read.fen : undefined;
}

function Control(props: FieldControlProps) {
  const { field, spec, value, onChange, error, words, draft, customer, isAlone } = props;
  const { before = {} } = props;
  const { t, has, lng } = words;
  const { t: problem } = useWords('problems');
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
          near={nearDays(spec, draft, before, words)}
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
    case 'insured':
      return (
        <ChoiceGroup
          {...frame}
          options={insuredChoices(draft.insureds, words)}
          value={text || undefined}
          onChange={onChange}
        />
      );
    case 'amount':
      return (
        <MoneyBox
          {...frame}
          value={typeof value === 'number' ? value : undefined}
          onChange={(fen) => onChange(fen ?? null)}
          read={fenOf}
          unreadable={problem('amount-unreadable')}
          unit={t('answers.unit')}
          echo={
            typeof value === 'number' ? t('answers.yuan', { yuan: yuan(value, lng) }) : undefined
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
    case 'phone':
      return (
        <TextBox
          {...frame}
          value={text}
          onChange={(typed) => onChange(plainDigits(typed) || null)}
          type="tel"
          inputMode="tel"
          autoComplete="tel-national"
          echo={text ? phoneInGroups(text) : undefined}
        />
      );
    case 'idNumber':
      return (
        <IdNumberBox
          {...frame}
          value={text}
          onChange={(typed) => onChange(typed || null)}
          lastIsX={t('idNumber.x')}
        />
      );
    case 'text': {
      const left = spec.maxLength - [...text].length;
      return (
        <TextArea
          {...frame}
          hint={
            <>
              {frame.hint} <Plain text={t('text.speak')} />
            </>
          }
          value={text}
          onChange={(typed) => onChange(typed || null)}
          count={left < 0 ? t('text.over', { count: -left }) : t('text.left', { count: left })}
        />
      );
    }
    case 'photos':
      return <PaperField {...props} frame={frame} isMain={value === undefined} />;
    case 'statement':
      // Stands below the questions of its page (statement-field.tsx).
      return null;
    case 'matter':
      // Put on the page of the key matters, never asked as a question among others (define-flow.ts).
      return null;
  }
}
