export interface Suite {
  name: string;
  passed: number;
  failed: number;
  skipped: number;
  seconds: number;
  note?: string;
}
export function readVitest(file: string, projects: string[]): Suite[];
export function readPlaywright(file: string, name: string): Suite;
export function summary(suites: Suite[]): { table: string; line: string; isGood: boolean };
