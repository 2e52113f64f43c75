import { useLoad } from '#platform/api/use-load.ts';
import { useDates } from '#platform/i18n/dates.ts';
import { useWords } from '#platform/i18n/words.ts';
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx';

export type Part = 'morning' | 'afternoon';

/** A day, or what is said instead of one. */
export interface ChosenTime {
  day?: string;
  part?: Part;
}

interface ChooseTimeProps {
  label: string;
  /** The choice without a day: "call me", "any day". It stands first. */
  none: { title: string; text: string };
  value: ChosenTime;
  onChange: (value: ChosenTime) => void;
  /** The part of the day is missing. */
  error?: string;
}

const NONE = 'none';

/** One of the server's next working days as a large choice, then morning or afternoon. Nothing is typed. */
export function ChooseTime({ label, none, value, onChange, error }: ChooseTimeProps) {
  const { t } = useWords('paper-ways');
  const dates = useDates();
  const { load } = useLoad<{ days: readonly string[] }>('/api/appointments/days');
  // Without the server's days there is still the choice that needs none.
  const days = load.status === 'ready' ? load.data.days : [];
  return (
    <>
      <ChoiceGroup
        label={label}
        options={[
          { value: NONE, ...none },
          ...days.map((day) => ({ value: day, title: dates.day(day) })),
        ]}
        value={value.day ?? NONE}
        onChange={(day) => onChange(day === NONE ? {} : { day, part: value.part })}
      />
      {value.day ? (
        <ChoiceGroup<Part>
          label={t('part.label')}
          isRow
          error={error}
          options={[
            { value: 'morning', title: t('part.morning') },
            { value: 'afternoon', title: t('part.afternoon') },
          ]}
          value={value.part}
          onChange={(part) => onChange({ ...value, part })}
        />
      ) : null}
    </>
  );
}
