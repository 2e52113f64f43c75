/**
 * Which days are worked. Configuration, to be checked by the insurer against the notice of the State Council's office
 * for each year: weekends are free and everything else is worked unless it stands here.
 */
export interface WorkCalendar {
  version: string;
  /** Years that were announced when the table was written; in others only what the law names by itself is here. */
  announcedYears: readonly number[];
  /** Free days that are no weekend, and weekends in a holiday: first and last day, `YYYY-MM-DD`. */
  holidays: readonly { name: string; from: string; to: string }[];
  /** Weekend days that are worked instead. */
  workdays: readonly string[];
}

/** 2026 as announced in November 2025; 2027 from 全国年节及纪念日放假办法 alone, without the exchanged weekends. */
export const workCalendar: WorkCalendar = {
  version: '2026-11-22',
  announcedYears: [2026],
  holidays: [
    { name: 'new-year', from: '2026-01-01', to: '2026-01-03' },
    { name: 'spring', from: '2026-02-15', to: '2026-02-23' },
    { name: 'qingming', from: '2026-04-04', to: '2026-04-06' },
    { name: 'labour', from: '2026-05-01', to: '2026-05-05' },
    { name: 'dragon-boat', from: '2026-06-19', to: '2026-06-21' },
    { name: 'mid-autumn', from: '2026-09-25', to: '2026-09-27' },
    { name: 'national', from: '2026-10-01', to: '2026-10-07' },
    { name: 'new-year', from: '2027-01-01', to: '2027-01-01' },
    { name: 'spring', from: '2027-02-05', to: '2027-02-08' },
    { name: 'qingming', from: '2027-04-05', to: '2027-04-05' },
    { name: 'labour', from: '2027-05-01', to: '2027-05-02' },
    { name: 'dragon-boat', from: '2027-06-09', to: '2027-06-09' },
    { name: 'mid-autumn', from: '2027-09-15', to: '2027-09-15' },
    { name: 'national', from: '2027-10-01', to: '2027-10-03' },
  ],
  workdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
};
