import { guidelines } from './requirements/guidelines.ts';
import { miit } from './requirements/miit.ts';
import { own } from './requirements/own.ts';
import type { Chapter } from './requirements/requirement.ts';

/** Every requirement of the reference that a page can meet or miss, in its order. */
export const chapters: readonly Chapter[] = [...miit, ...guidelines, ...own];
