/** Runs in the page: what is there to be seen, read and tapped. */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Run {
  node: Text;
  element: HTMLElement;
  /** The block that the text flows in. */
  block: HTMLElement;
  style: CSSStyleDeclaration;
  text: string;
}

export interface Target {
  /** What takes the focus. */
  element: HTMLElement;
  /** What the finger meets: the label of a radio or a tick box, else the element. */
  box: HTMLElement;
  isMain: boolean;
  isDanger: boolean;
  isTyped: boolean;
}

const TARGETS =
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=radio], [role=switch], [role=tab]';

/** A modal dialog takes the rest of the page away for eye, ear and keyboard; without one it is the whole page. */
export function scope(): HTMLElement {
  const dialog = document.querySelector<HTMLElement>('[role=dialog], [role=alertdialog]');
  return dialog ?? document.body;
}

/** A short name of an element for a message. */
export function nameOf(element: Element): string {
  const classes = (element.getAttribute('class') ?? '').split(/\s+/).filter(Boolean).slice(0, 2);
  const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 24);
  const name = [element.tagName.toLowerCase(), ...classes].join('.');
  return text ? `${name} “${text}”` : name;
}

/** Whether the eye can see it: drawn, not clipped to a point for screen readers, not parked above the page. */
export function isShown(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { clip, position } = getComputedStyle(at);
    if (position === 'absolute' && clip === 'rect(0px, 0px, 0px, 0px)') return false;
  }
  const box = element.getBoundingClientRect();
  return box.width > 1 && box.height > 1 && box.bottom + scrollY > 0;
}

function blockOf(element: HTMLElement): HTMLElement {
  let at = element;
  while (getComputedStyle(at).display === 'inline' && at.parentElement) at = at.parentElement;
  return at;
}

/** Every piece of text that is on the page to be read. */
export function runs(): Run[] {
  const found: Run[] = [];
  const walker = document.createTreeWalker(scope(), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = (node.nodeValue ?? '').replace(/\s+/g, ' ').trim();
    if (!element || !text || element.matches('script, style, option') || !isShown(element)) {
      continue;
    }
    found.push({
      node: node as Text,
      element,
      block: blockOf(element),
      style: getComputedStyle(element),
      text,
    });
  }
  return found;
}

/** Where a piece of text stands, line by line. */
export function linesOf(node: Text): DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
}

/** A link inside a sentence is as high as its line: WCAG 2.5.8 exempts it. */
function isInSentence(element: Element): boolean {
  const block = element.closest('p, li, dd');
  return (
    getComputedStyle(element).display === 'inline' &&
    (block?.textContent?.trim().length ?? 0) > (element.textContent?.trim().length ?? 0)
  );
}

/** Everything that can be tapped, each once. */
export function targets(): Target[] {
  const boxes = new Set<Element>();
  return [...scope().querySelectorAll<HTMLElement>(TARGETS)].flatMap((element) => {
    const box = element.closest('label') ?? element;
    if (boxes.has(box) || !isShown(box) || isInSentence(element)) return [];
    boxes.add(box);
    return {
      element,
      box,
      isMain: box.matches('[data-main], [data-help]') || element.matches('[data-main]'),
      isDanger: element.matches('.button-danger'),
      isTyped: element.matches(
        'textarea, select, input:not([type=radio]):not([type=checkbox]):not([type=file])',
      ),
    };
  });
}

/** The bar that stays in the window while the page scrolls under it, with this element on it. */
export function barOf(element: Element): Element | undefined {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { position } = getComputedStyle(at);
    if (position === 'fixed' || position === 'sticky') return at;
  }
  return undefined;
}

export const isPinned = (element: Element): boolean => barOf(element) !== undefined;
