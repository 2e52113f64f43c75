import { useDates } from '#platform/i18n/dates.ts';
import { hasWord, useWords } from '#platform/i18n/words.ts';

type StaffWordList =
  'status' | 'event' | 'lane' | 'reason' | 'actor' | 'task' | 'alert' | 'assess' | 'audit';

export interface StaffWords {
  t: (key: string, options?: Record<string, unknown>) => string;
  kind: (flow: string) => string;
  paper: (kind: string) => string;
  /** The word of a closed list, or that list's `other` for what a later server says. */
  of: (list: StaffWordList, id: string) => string;
  /** `1,234.50` */
  yuan: (fen: number) => string;
  clock: (clock: { kind: string; dueAt: string }) => string;
}

/** Words of the staff's claim pages. */
export function useStaffWords(): StaffWords {
  const { t, lng } = useWords('staff');
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
    yuan: (fen) =>
      (fen / 100).toLocaleString(lng, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    clock: ({ kind, dueAt }) =>
      t(hasWord('staff', `clock.${kind}`) ? `clock.${kind}` : 'clock.other', {
        by: dates.by(dueAt),
      }),
  };
}
