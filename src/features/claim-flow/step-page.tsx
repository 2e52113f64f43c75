import { Fragment, useState } from 'react';
import type { AnswerValue } from '#domain/flow/types.ts';
import { useDisplay } from '#platform/display/display.ts';
import { useWords } from '#platform/i18n/words.ts';
import { Button } from '#ui/button/button.tsx';
import { useClaimWords } from './claim-words.ts';
import { contextOf } from './claim-state.ts';
import { ConflictChoice } from './conflict-choice.tsx';
import { FieldControl } from './field-control.tsx';
import { helpFieldProps } from './help-line-props.ts';
import { PageFrame, type ClaimPageProps } from './page-frame.tsx';
import { CHECK } from './places.ts';
import { OriginLine, originOf } from './proposal.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { useProblems } from './use-problems.ts';
import { useSendFirst } from './use-send-first.ts';
import { StatementField } from './statement-field.tsx';
import { askedOf, isBeside } from './way.ts';

/**
 * One page of questions. 下一步 checks what is here; what is wrong stands beside its field and in a summary that
 * takes focus (F7), and nothing typed is taken away. What is known already is filled in, with where it came from, and
 * is an answer once the person goes on; in large text it is one value and one big yes.
 */
export function StepPage(props: ClaimPageProps) {
  const { way, place, claim, customer, from, paperWays, statement, help, onNext } = props;
  const { flow } = way;
  const words = useClaimWords(flow);
  const { t } = words;
  const { t: problem } = useWords('problems');
  const { mode } = useDisplay();
  /** Proposed values that the person wants otherwise. */
  const [changed, setChanged] = useState<Readonly<Record<string, true>>>({});
  /** How often an answer was taken from staff: a box that keeps what was typed begins anew with it. */
  const [taken, setTaken] = useState<Readonly<Record<string, number>>>({});
  /** A recording that waits for "use it" or "not this one", and how often somebody wanted to go on over it. */
  const [hasOpen, setHasOpen] = useState(false);
  const [pressed, setPressed] = useState(0);
  const { draft, answers, answer } = claim;

  const asked = place.steps.flatMap((step) => askedOf(step, way));
  const beside = asked.filter((field) => isBeside(flow.fields[field]));
  const fields = asked.filter((field) => !beside.includes(field));
  const proposalOf = (field: string) =>
    answers[field] === undefined && !changed[field] ? way.suggestions[field] : undefined;
  const filledIn = Object.fromEntries(
    fields.flatMap((field): [string, AnswerValue][] => {
      const proposal = proposalOf(field);
      return proposal ? [[field, proposal.value]] : [];
    }),
  );
  const problems = useProblems(flow, fields, { ...filledIn, ...answers }, contextOf(draft));
  function goOn() {
    if (problems.check()) return;
    // What was recorded and neither taken nor put away would be lost without a word.
    if (hasOpen) return setPressed(pressed + 1);
    for (const field of fields) {
      const proposal = proposalOf(field);
      if (proposal) answer(field, proposal.value, proposal.source);
    }
    onNext();
  }
  const photoFields = fields.filter((field) => flow.fields[field]?.kind === 'photos');
  const { sendAndGoOn, isSending } = useSendFirst(flow.id, photoFields, goOn);
  if (!draft) return null;

  const isAlone = fields.length === 1;
  const helpFor = (field: string) =>
    help?.field(
      helpFieldProps(props, words, field, () =>
        setTaken((before) => ({ ...before, [field]: (before[field] ?? 0) + 1 })),
      ),
    );
  const [only] = isAlone ? fields : [];
  const asCard = only && mode === 'senior' && !from ? proposalOf(only) : undefined;

  return (
    <PageFrame
      {...props}
      title={only ? t(`fields.${only}.label`) : t(`sections.${place.section}`)}
      problems={problems}
    >
      <form
        className="question-form"
        data-place={place.id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          sendAndGoOn();
        }}
      >
        {only && asCard ? (
          <>
            {helpFor(only)}
            <ProposalCard
              field={only}
              spec={flow.fields[only]}
              proposal={asCard}
              draft={draft}
              customer={customer}
              words={words}
              onChangeIt={() => setChanged({ ...changed, [only]: true })}
            />
          </>
        ) : (
          fields.map((field) => {
            const spec = flow.fields[field];
            const code = problems.problems.find((p) => p.field === field)?.code;
            const value = answers[field] ?? proposalOf(field)?.value;
            const origin = originOf(field, value, way, draft);
            const isAsKnown = !changed[field] && (proposalOf(field) ?? way.sources[field]);
            return (
              spec && (
                <Fragment key={`${field}.${mode}`}>
                  <ConflictChoice flow={flow} field={field} claim={claim} customer={customer} />
                  {helpFor(field)}
                  <FieldControl
                    key={taken[field]}
                    field={field}
                    spec={spec}
                    value={value}
                    onChange={(next) => {
                      setChanged({ ...changed, [field]: true });
                      answer(field, next);
                    }}
                    error={code && problem(code)}
                    words={words}
                    draft={draft}
                    customer={customer}
                    isAlone={isAlone}
                    paperWays={paperWays}
                    before={way.walk.relevant}
                    origin={
                      origin && isAsKnown ? (
                        <OriginLine origin={origin} draft={draft} words={words} />
                      ) : undefined
                    }
                  />
                </Fragment>
              )
            );
          })
        )}
        {beside.map((field) => (
          <StatementField
            key={field}
            field={field}
            spec={flow.fields[field]}
            value={answers[field]}
            onChange={(next) => answer(field, next)}
            text={answers.statementText}
            onText={(next) => answer('statementText', next)}
            words={words}
            draft={draft}
            slot={statement}
            onOpen={setHasOpen}
            pressed={pressed}
          />
        ))}
        <Button type="submit" kind="main" isWide isPending={isSending}>
          {t(
            isSending
              ? 'photos.onTheWay'
              : asCard
                ? 'proposal.yes'
                : from === CHECK
                  ? 'toCheck'
                  : 'next',
          )}
        </Button>
      </form>
    </PageFrame>
  );
}
