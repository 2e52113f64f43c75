/** How large a branch is: the larger, the more it can settle on the spot. */
export type BranchLevel = 'province' | 'city' | 'county';

/** What makes a branch easier to use. Words: `locales/<lng>/branches.json`, key `aid.<id>`. */
export type BranchAid =
  | 'ramp'
  | 'wheelchair'
  | 'priority-number'
  | 'priority-seats'
  | 'reading-glasses'
  | 'hearing-help'
  | 'large-print'
  | 'first-aid-box'
  | 'dialect-staff'
  | 'home-visit';

export interface Branch {
  id: string;
  name: string;
  level: BranchLevel;
  address: string;
  phone: string;
  /** `08:30-17:00` */
  hours: string;
  aids: readonly BranchAid[];
}
