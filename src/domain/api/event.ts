/** Something that the insurer learned of by itself, and for which nothing was claimed yet (C5). */
export interface KnownEvent {
  id: string;
  /** The kind of claim that it would be: a flow's id. */
  flow: string;
  hospital: string;
  /** The day on which it began, `YYYY-MM-DD`; the last one where it is over. */
  day: string;
  dischargedOn?: string;
  totalFen?: number;
  /** Whom it is about, where that is not the customer. */
  insuredName?: string;
}
