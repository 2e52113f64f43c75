/** A claim as it was sent, and what became of it. Types as in schema.ts. */
export interface ClaimTable {
  id: string;
  number: string;
  /** Unique: one claim of one draft, whatever happens. */
  draft_id: string;
  owner: string;
  customer_id: string;
  flow: string;
  flow_version: number;
  answers_sealed: string;
  /** JSON list of `<id>@<version>`. */
  consents: string;
  /** JSON list. */
  confirmations: string;
  status: string;
  lane: string;
  /** JSON list. */
  lane_reasons: string;
  rule_version: string;
  promise_by: number;
  withdraw_until: number;
  /** JSON list of `{ kind, dueAt }` in ms. */
  clocks: string;
  submitted_at: number;
  /** JSON of server/store/claim-work.ts, sealed; null: nothing was done yet. */
  work_sealed?: string | null;
  /** The language in which its customer is written to. */
  lng?: string | null;
  /** The member of staff in charge. */
  in_charge?: string | null;
  /** JSON list of `{ kind, at }`: what has raised it. */
  alerts?: string | null;
  /** What waits for staff; null: nothing. */
  task?: 'decide' | 'call-payee' | 'pay-out' | null;
  /** The draft that it gave back when it was withdrawn. */
  former_draft_id?: string | null;
  /** Goes up with every change. */
  changes?: number;
  /** The higher the sooner: 0 as it came, 1 raised, 2 promise broken, 3 the law's day passed. */
  urgency?: number;
  /** JSON list of the policies that pay for it, sealed; null: judged before there was such a list. */
  policies_sealed?: string | null;
}
