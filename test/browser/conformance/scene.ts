import type { Page } from '@playwright/test';
import type { Audience } from '#app/shell/routes.ts';
import type { DisplayMode } from '#domain/senior/display.ts';
import { wordsOf, type Say } from '../support/words.ts';
import type { People, Person } from './people.ts';

export interface Stage {
  page: Page;
  mode: DisplayMode;
  say: Say;
  people: People;
}

/** What data, the network and the person bring a page to. */
export const states = ['filled', 'empty', 'loading', 'error', 'offline', 'dialog'] as const;
export type State = (typeof states)[number];

/** One page in one state, and how a person gets there. */
export interface Scene {
  name: string;
  /** The pattern in dist/routes.json; none for what lies outside of all of them. */
  route?: string;
  /** Filled where it is not said. */
  state?: State;
  /** Chinese where it is not said. */
  lng?: 'en';
  person: Person;
  path: string | ((people: People) => string);
  /** Must be seen before anything is measured: a scene that never came about measures nothing. */
  waitFor: string;
  /** Before the page is opened: what the network will do. */
  before?: (stage: Stage) => Promise<unknown>;
  /** Once it is open: what the person does to get there. */
  act?: (stage: Stage) => Promise<unknown>;
  /** The whole walk measures it at every display rather than at the covering set: pages that everybody meets. */
  isEverywhere?: boolean;
  /** Must be the same after half an hour without a touch. */
  isLeftAlone?: boolean;
  /** Nothing was ever chosen on this device. */
  isFirstVisit?: boolean;
  /** Brings something into the browser that stays there: no other scene comes into the same page. */
  usesUpPage?: boolean;
  /** Where only one mode has it. */
  modes?: readonly DisplayMode[];
  /** What the browser's console will say of the state. */
  noise?: RegExp;
}

export const stageOf = (page: Page, { lng }: Scene, mode: DisplayMode, people: People): Stage => ({
  page,
  mode,
  people,
  say: wordsOf(lng ?? 'zh-CN', mode),
});

export const stateOf = ({ state = 'filled' }: Scene): State => state;

export const audienceOf = ({ route = '' }: Scene): Audience =>
  route.startsWith('/staff') ? 'staff' : route.startsWith('/demo') ? 'demo' : 'customer';

/** What the browser notes when a connection breaks. */
export const BROKEN = /ERR_FAILED|Failed to (load|fetch)/;
