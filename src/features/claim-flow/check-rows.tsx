import type { Customer } from '#domain/api/customer.ts';
import type { Draft } from '#domain/api/draft.ts';
import type { SummaryRow } from '#ui/summary-list/summary-list.tsx';
import type { ClaimWords } from './claim-words.ts';
import { describeAnswer } from './describe-answer.ts';
import { changePathOf, CHECK } from './places.ts';
import { OriginLine, originOf } from './proposal.tsx';
import { askedOf, isBeside, type Way } from './way.ts';

interface CheckRowsParts {
  way: Way;
  draft: Draft;
  customer?: Customer | null;
  words: ClaimWords;
}

/**
 * What will be sent, section by section, as it was asked. The key matters are one row: each had its yes
 * on its own page.
 */
export function checkRows({
  way,
  draft,
  customer,
  words,
}: CheckRowsParts): { section: string; rows: SummaryRow[] }[] {
  const { flow, given } = way;
  const { t } = words;
  const people = { customer, insureds: draft.insureds };
  const parts: { section: string; rows: SummaryRow[] }[] = [];
  for (const step of given.path) {
    const asked = askedOf(step, { flow, walk: given });
    const changeHref = changePathOf(flow, step.id, CHECK);
    const rows = asked.flatMap((field): SummaryRow[] => {
      const spec = flow.fields[field];
      if (!spec || spec.kind === 'matter') return [];
      const value = given.relevant[field];
      if (isBeside(spec) && value === undefined) return [];
      const origin = originOf(field, value, way, draft);
      return [
        {
          label: t(`fields.${field}.short`),
          value: (
            <>
              {describeAnswer(field, spec, value, words, people)}
              {origin ? (
                <OriginLine origin={origin} draft={draft} words={words} hasCrop={false} />
              ) : null}
            </>
          ),
          changeHref,
          changeLabel: t('check.change'),
        },
      ];
    });
    if (step.screen === 'matters') {
      rows.push({
        label: t('matters.title'),
        value: t('check.matters', { count: asked.length }),
        changeHref,
        changeLabel: t('check.look'),
      });
    }
    const part = parts.find(({ section }) => section === step.section);
    if (part) part.rows.push(...rows);
    else if (rows.length > 0) parts.push({ section: step.section, rows });
  }
  return parts;
}
