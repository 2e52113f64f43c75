import { LATER, UNKNOWN } from '#domain/flow/types.ts';
import { TickBox } from '#ui/tick-box/tick-box.tsx';
import type { FieldControlProps } from './field-control.tsx';

/** "I do not know" and "ask me later", where the claim can live with it: an answer like any other, taken back by a tap. */
export function UnsureChoices({
  field,
  spec,
  value,
  onChange,
  words,
}: Pick<FieldControlProps, 'field' | 'spec' | 'value' | 'onChange' | 'words'>) {
  const { t, has } = words;
  const key = `fields.${field}`;
  const choices = [
    ...(spec.allowUnknown
      ? [
          {
            value: UNKNOWN,
            label: t(has(`${key}.unknown`) ? `${key}.unknown` : 'answers.sayUnknown'),
          },
        ]
      : []),
    ...(spec.allowLater
      ? [{ value: LATER, label: t(has(`${key}.later`) ? `${key}.later` : 'answers.sayLater') }]
      : []),
  ];
  if (choices.length === 0) return null;
  return (
    <div className="unsure">
      {choices.map((choice) => (
        <TickBox
          key={choice.value}
          label={choice.label}
          isSelected={value === choice.value}
          onChange={(isChosen) => onChange(isChosen ? choice.value : null)}
        />
      ))}
    </div>
  );
}
