import type { ReactElement } from 'react';

/** One state of a control, as data: axe, screenshots and the gallery all read the same list. */
export interface Example {
  /** Kebab-case, unique within the control. */
  id: string;
  element: ReactElement;
}
