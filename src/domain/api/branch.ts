/** How large a branch is: the larger, the more it can settle on the spot. */
export const branchLevels = ['province', 'city', 'county'] as const;
export type BranchLevel = (typeof branchLevels)[number];

/** What makes a branch easier to use. Words: `locales/<lng>/branches.json`, key `aid.<id>`. */
export const branchAids = [
  'ramp',
  'wheelchair',
  'priority-number',
  'priority-seats',
  'reading-glasses',
  'hearing-help',
  'large-print',
  'first-aid-box',
  'dialect-staff',
  'home-visit',
] as const;
export type BranchAid = (typeof branchAids)[number];

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
