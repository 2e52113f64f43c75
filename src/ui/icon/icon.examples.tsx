import type { Example } from '../testing/example.ts';
import { Icon, iconNames } from './icon.tsx';

export const examples: readonly Example[] = iconNames.map((name) => ({
  id: name,
  element: <Icon name={name} />,
}));
