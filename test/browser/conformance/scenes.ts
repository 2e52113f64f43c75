import { routeScenes } from './routes.ts';
import type { Scene } from './scene.ts';
import { claimScenes } from './scenes/claim.ts';
import { looksScenes } from './scenes/looks.ts';
import { pageScenes } from './scenes/pages.ts';
import { photoScenes } from './scenes/photos.ts';
import { staffScenes } from './scenes/staff.ts';
import { statusScenes } from './scenes/status.ts';

const named: readonly Scene[] = [
  ...pageScenes,
  ...looksScenes,
  ...claimScenes,
  ...photoScenes,
  ...statusScenes,
  ...staffScenes,
];

/** Every page in every state that data, the network and the person can bring it to. */
export const scenes: readonly Scene[] = [...named, ...routeScenes(named)];
