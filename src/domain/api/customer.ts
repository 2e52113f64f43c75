import type { AgeBand } from '../lane/age.ts';
import type { DisplayChoice } from '../senior/display.ts';

/** The signed-in customer as their own page knows them. */
export interface Customer {
  id: string;
  displayName: string;
  /** `138****0001` */
  maskedPhone: string;
  ageBand: AgeBand;
  /** The account that the insurer already pays to, last four digits only; absent where none is held. */
  cardOnFile?: { bank: string; lastFour: string };
  /** How they chose their pages to look; absent where they never chose. */
  display?: DisplayChoice;
}
