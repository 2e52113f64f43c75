/** How papers reach us without photos. Its draft's claim takes it over, and gives it back when it is withdrawn. */
export interface AppointmentTable {
  id: string;
  customer_id: string;
  draft_id: string | null;
  claim_id: string | null;
  flow: string;
  kind: 'branch' | 'visit' | 'post' | 'family';
  state: 'open' | 'done' | 'cancelled';
  /** JSON list of fields. */
  papers: string;
  /** `YYYY-MM-DD` */
  day: string | null;
  part: 'morning' | 'afternoon' | null;
  branch_id: string | null;
  address_sealed: string | null;
  /** The member of staff who comes. */
  visitor_id: string | null;
  code_sealed: string | null;
  /** The language in which its customer is written to. */
  lng: string;
  created_at: number;
  closed_at: number | null;
  closed_by: string | null;
}

/** Something that a claim brought with it for staff to look at; one of a kind for each claim. */
export interface TaskTable {
  id: string;
  kind: 'also-filed' | 'find-policy';
  claim_id: string;
  created_at: number;
  done_at: number | null;
  done_by: string | null;
}
