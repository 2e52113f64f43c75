import { useDates } from '#platform/i18n/dates.ts';
import { hasWord, useWords } from '#platform/i18n/words.ts';

export interface StaffWords {
  t: (key: string, options?: Record<string, unknown>) => string;
  kind: (flow: string) => string;
  paper: (kind: string) => string;
  /** The word of a closed list, or that list's `other` for what a later server says. */
  of: (list: 'status' | 'event' | 'lane' | 'reason' | 'actor', id: string) => string;
  clock: (clock: { kind: string; dueAt: string }) => string;
}

/** Words of the staff's claim pages. */
export function useStaffWords(): StaffWords {
  const { t } = useWords('staff');
  const { t: claims } = useWords('claims');
  const { t: status } = useWords('status');
  const dates = useDates();
  return {
    t,
    kind: (flow) => (hasWord('claims', `kinds.${flow}.name`) ? claims(`kinds.${flow}.name`) : flow),
    paper: (kind) => {
      if (hasWord('status', `papers.kinds.${kind}`)) return status(`papers.kinds.${kind}`);
      return hasWord('claims', `fields.${kind}.short`) ? claims(`fields.${kind}.short`) : kind;
    },
    of: (list, id) => {
      if (hasWord('staff', `${list}.${id}`)) return t(`${list}.${id}`);
      return hasWord('staff', `${list}.other`) ? t(`${list}.other`) : id;
    },
    clock: ({ kind, dueAt }) =>
      t(hasWord('staff', `clock.${kind}`) ? `clock.${kind}` : 'clock.other', {
        by: dates.by(dueAt),
      }),
  };
}
