/** One thing that is not as a requirement asks. */
export interface Finding {
  /** Of standards.md; a D- id is a rule of our own. */
  id: string;
  what: string;
}

export type Note = (id: string, what: string) => void;

/** How the page is shown while it is measured. */
export interface Shown {
  mode: 'standard' | 'senior';
  text: number;
  contrast: 'normal' | 'high';
  lng: string;
  audience: 'customer' | 'staff' | 'demo';
  /** The state was asked for by the person and is a dialog. */
  isDialog: boolean;
}
