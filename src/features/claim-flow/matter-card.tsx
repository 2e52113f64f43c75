import type { Customer } from '#domain/api/customer.ts';
import type { Draft } from '#domain/api/draft.ts';
import type { MatterField } from '#domain/flow/types.ts';
import { Button } from '#ui/button/button.tsx';
import { Plain } from '#ui/gloss/plain.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { TextLink } from '#ui/text-link/text-link.tsx';
import type { ClaimWords } from './claim-words.ts';
import { describeAnswer } from './describe-answer.ts';
import { fieldId } from './field-id.ts';
import { changePathOf } from './places.ts';
import { OriginLine, originOf } from './proposal.tsx';
import { stepAsking, type Way } from './way.ts';

interface MatterCardProps {
  number: number;
  total: number;
  field: string;
  spec: MatterField;
  way: Way;
  draft: Draft;
  customer?: Customer | null;
  words: ClaimWords;
  /** The page that it stands on: "change" comes back to it. */
  placeId: string;
  state: 'done' | 'present' | 'open';
  isUnfolded: boolean;
  /** The only one without a yes: its yes leads on. */
  isLast: boolean;
  isAsked: boolean;
  onFold: () => void;
  onYes: () => void;
  onQuestion: () => void;
  /** To the next one, while a person is being asked about this one. */
  onPass?: () => void;
}

/** One key matter: what it says, the answers that it speaks of, and a yes or a question. With its yes it is one line. */
export function MatterCard(props: MatterCardProps) {
  const { number, total, field, words, state, isUnfolded, isLast, isAsked } = props;
  const { onFold, onYes, onQuestion, onPass } = props;
  const { t, has } = words;
  const key = `fields.${field}`;
  if (state === 'done') {
    return (
      <li className="matter" id={fieldId(field)} data-state={state}>
        {/* What has its yes was read already: reading aloud goes on with what is open. */}
        <h2 className="matter-line" {...(isUnfolded ? {} : { 'data-not-read': '' })}>
          <Button isWide icon={<Icon name="good" />} aria-expanded={isUnfolded} onPress={onFold}>
            {t('matters.done', { name: t(`${key}.short`) })}
          </Button>
        </h2>
        {isUnfolded ? <MatterBody {...props} /> : null}
      </li>
    );
  }
  return (
    <li
      className="matter"
      id={fieldId(field)}
      data-state={state}
      data-present={state === 'present' || undefined}
    >
      <p className="matter-count">{t('matters.count', { number, total })}</p>
      <h2 className="matter-title" tabIndex={-1}>
        {t(`${key}.label`)}
      </h2>
      <MatterBody {...props} />
      <div className="matter-acts">
        <Button kind={state === 'present' ? 'main' : 'quiet'} isWide onPress={onYes}>
          {t(isLast ? 'matters.yesLast' : 'matters.yes')}
          <span className="only-heard">{t(`${key}.short`)}</span>
        </Button>
        {isAsked ? (
          <>
            <Notice kind="info" isStatus>
              <Plain text={t('matters.asked')} />
            </Notice>
            {onPass ? (
              <Button isWide onPress={onPass}>
                {t('matters.pass')}
              </Button>
            ) : null}
          </>
        ) : (
          <Button isWide icon={<Icon name="person" />} onPress={onQuestion}>
            {t('matters.question')}
            {has(`${key}.short`) ? <span className="only-heard">{t(`${key}.short`)}</span> : null}
          </Button>
        )}
      </div>
    </li>
  );
}

/** The matter's own sentence, then the answers that it puts before the customer, each with its way to be changed. */
function MatterBody({ field, spec, way, draft, customer, words, placeId }: MatterCardProps) {
  const { t, has } = words;
  const key = `fields.${field}`;
  const people = { customer, insureds: draft.insureds };
  const shown = spec.shows.filter((one) => way.walk.relevant[one] !== undefined);
  return (
    <>
      {has(`${key}.hint`) ? (
        <p className="matter-text">
          <Plain text={t(`${key}.hint`)} />
        </p>
      ) : null}
      {shown.length > 0 ? (
        <dl className="matter-rows">
          {shown.map((one) => {
            const shownSpec = way.flow.fields[one];
            const value = way.walk.relevant[one];
            const step = stepAsking(way.flow, one);
            const origin = originOf(one, value, way, draft);
            const label = t(`fields.${one}.short`);
            return shownSpec && step ? (
              <div key={one} className="matter-row">
                <dt>{label}</dt>
                <dd className="matter-value">
                  {describeAnswer(one, shownSpec, value, words, people)}
                </dd>
                <dd className="matter-change">
                  <TextLink href={changePathOf(way.flow, step.id, placeId)}>
                    {t('check.change')} <span className="only-heard">{label}</span>
                  </TextLink>
                </dd>
                {origin ? (
                  <dd className="matter-origin">
                    <OriginLine origin={origin} draft={draft} words={words} />
                  </dd>
                ) : null}
              </div>
            ) : null;
          })}
        </dl>
      ) : null}
    </>
  );
}
