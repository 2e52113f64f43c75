import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  defaultDisplay,
  DISPLAY_KEY,
  readDisplay,
  writeDisplay,
  type Contrast,
  type DisplayChoice,
  type DisplayMode,
  type TextStep,
} from '#domain/senior/display.ts';

export interface DisplayState extends DisplayChoice {
  setMode: (mode: DisplayMode) => void;
  setText: (text: TextStep) => void;
  setContrast: (contrast: Contrast) => void;
}

const YEAR_S = 365 * 24 * 3600;

/** Keeps a choice in a cookie, so that the server sends the right page, and in storage, for hosts that lose cookies. */
function keep(choice: DisplayChoice): void {
  const value = writeDisplay(choice);
  document.cookie = `${DISPLAY_KEY}=${value}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax`;
  try {
    localStorage.setItem(DISPLAY_KEY, value);
  } catch {
    // Private mode forbids storage: the cookie alone carries the choice.
  }
}

/** Puts a display on `<html>`. */
export function show(choice: DisplayChoice): void {
  const { dataset } = document.documentElement;
  dataset.mode = choice.mode;
  dataset.text = String(choice.text);
  dataset.contrast = choice.contrast;
}

/** A store that starts with what the page was sent with, so that the first render equals the HTML. */
export function createDisplayStore(initial: DisplayChoice): StoreApi<DisplayState> {
  return createStore<DisplayState>()((set, get) => {
    const choose = (change: Partial<DisplayChoice>): void => {
      const { mode, text, contrast } = { ...get(), ...change };
      const choice = { mode, text, contrast };
      keep(choice);
      show(choice);
      set(choice);
    };
    return {
      ...initial,
      setMode: (mode) => choose({ mode }),
      setText: (text) => choose({ text }),
      setContrast: (contrast) => choose({ contrast }),
    };
  });
}

let store = createDisplayStore(defaultDisplay);

/** Sets what the page was rendered with: once, before the first render, by the browser's entry or the prerender. */
export function startDisplay(rendered: DisplayChoice): void {
  store = createDisplayStore(rendered);
}

/**
 * Takes over what `<html>` says: the script in the page's head may have read a stored choice that the server
 * could not know. Called after hydration, so that the first render equals the HTML.
 */
export function adoptShownDisplay(): void {
  const { mode, text, contrast } = document.documentElement.dataset;
  const shown = readDisplay(`${mode}.${text}.${contrast}`);
  if (shown) store.setState(shown);
}

/** The store itself, for what runs beside the page's parts. */
export function displayStore(): StoreApi<DisplayState> {
  return store;
}

/** The display choice and its setters. */
export function useDisplay(): DisplayState {
  return useStore(store);
}
