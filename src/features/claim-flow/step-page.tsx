import { useState, type ReactNode } from 'react';
import type { Customer } from '#domain/api/customer.ts';
import type { Flow } from '#domain/flow/types.ts';
import { walkClaim } from '#domain/flow/claim-walk.ts';
import { validateField, type ProblemCode } from '#domain/flow/validate.ts';
import { useDisplay } from '#platform/display/display.ts';
import { useWords } from '#platform/i18n/words.ts';
import { pageFacts } from '#platform/page/facts.ts';
import { Button } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Page } from '#ui/page/page.tsx';
import { Steps } from '#ui/steps/steps.tsx';
import { contextOf, type ClaimState } from './claim-store.ts';
import { useClaimWords } from './claim-words.ts';
import { FieldControl, fieldId } from './field-control.tsx';
import type { Place } from './places.ts';

interface StepPageProps {
  flow: Flow;
  place: Place;
  number: number;
  total: number;
  claim: ClaimState;
  customer?: Customer | null;
  backHref: string;
  isChange: boolean;
  between?: ReactNode;
  onNext: () => void;
}

/**
 * One page of questions. 下一步 checks what is here; what is wrong stands beside its field and in a summary that
 * takes focus (F7), and nothing typed is taken away.
 */
export function StepPage({
  flow,
  place,
  number,
  total,
  claim,
  customer,
  backHref,
  isChange,
  between,
  onNext,
}: StepPageProps) {
  const words = useClaimWords(flow);
  const { t } = words;
  const { t: problem } = useWords('problems');
  const { mode } = useDisplay();
  const [shown, setShown] = useState<Readonly<Record<string, ProblemCode>>>({});
  const [attempt, setAttempt] = useState(0);
  const { draft, answers, answer, save, wasChangedElsewhere } = claim;
  if (!draft) return null;

  const fields = place.steps.flatMap((step) => step.ask);
  const context = contextOf(draft);
  const { relevant } = walkClaim(flow, answers, context);
  const problemIn = (field: string): ProblemCode | undefined => {
    const spec = flow.fields[field];
    return spec && validateField(spec, answers[field], relevant, context);
  };
  const isAlone = fields.length === 1;
  const labelOf = (field: string) => t(`fields.${field}.label`);
  // A problem is told when the person asks to go on, and goes away as soon as it is mended, never sooner (M-2.3).
  const problems = fields.flatMap((field) => {
    const now = problemIn(field);
    return shown[field] && now ? [{ field, code: now }] : [];
  });

  const goOn = () => {
    const found = Object.fromEntries(
      fields.flatMap((f) => (problemIn(f) ? [[f, problemIn(f) as ProblemCode]] : [])),
    );
    setShown(found);
    setAttempt(attempt + 1);
    if (Object.keys(found).length === 0) onNext();
  };

  return (
    <Page
      title={isAlone && fields[0] ? labelOf(fields[0]) : t(`sections.${place.section}`)}
      back={{ href: backHref, label: t('back') }}
      above={
        <>
          {between}
          <Steps current={number} total={total} label={t('progress', { current: number, total })} />
        </>
      }
    >
      {problems.length > 0 && (
        <ErrorSummary
          key={attempt}
          title={t('errors.title', { count: problems.length })}
          help={t('errors.help', { hotline: pageFacts().hotline })}
          errors={problems.map(({ field, code }) => ({
            href: `#${fieldId(field)}`,
            text: problem(code),
          }))}
        />
      )}
      {wasChangedElsewhere && (
        <Notice kind="info">
          <Plain text={t('saving.changed')} />
        </Notice>
      )}
      <form
        className="question-form"
        data-place={place.id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          goOn();
        }}
      >
        {fields.map((field) => {
          const spec = flow.fields[field];
          const code = problems.find((p) => p.field === field)?.code;
          return (
            spec && (
              <FieldControl
                key={`${field}.${mode}`}
                field={field}
                spec={spec}
                value={answers[field]}
                onChange={(value) => answer(field, value)}
                error={code && problem(code)}
                words={words}
                draft={draft}
                customer={customer}
                isAlone={isAlone}
              />
            )
          );
        })}
        <Button type="submit" kind="main" isWide>
          {t(isChange ? 'toCheck' : 'next')}
        </Button>
      </form>
      {save === 'waiting' && (
        <div role="status">
          <Notice kind="warn">
            <Plain text={t('saving.waiting')} />
          </Notice>
        </div>
      )}
    </Page>
  );
}
