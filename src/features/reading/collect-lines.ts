import { splitSentences } from '#domain/speech/split-sentences.ts';

/** A sentence of the page: what is said, and where it stands. */
export interface ReadingLine {
  text: string;
  /** What is outlined or scrolled to. */
  element: Element;
  /** The words themselves; absent where what is heard is not written there (a name for the ear, "button"). */
  range?: Range;
}

/** What a control is called before its name; the keys are those of `reading.json` under `kinds`. */
export type LineKind =
  | 'button'
  | 'buttonOff'
  | 'buttonOn'
  | 'link'
  | 'choice'
  | 'chosen'
  | 'tick'
  | 'ticked'
  | 'box'
  | 'boxFilled'
  | 'picture'
  | 'error';

/** What appears because of something that the person did: read out when reading is on. */
export const NEWS = '[role="alert"], .field-error, .gloss-note, [data-news]';
const ERROR = '[role="alert"], .field-error';
const BUTTON = 'button, [role="button"], summary';
const SILENT =
  'script, style, template, noscript, svg:not([role="img"]), [hidden], [aria-hidden="true"], [data-not-read], input[type="hidden"], input[type="file"]';
const LETTER = /[\p{L}\p{N}]/u;

type Sign = { sign: string; node?: Text; offset: number };

function isShown(element: Element): boolean {
  if (element.matches(SILENT)) return false;
  const { display, visibility } = getComputedStyle(element);
  return display !== 'none' && visibility !== 'hidden';
}

/** A control with words beside it in the same line is a part of the sentence: an explained term, a link in a text. */
function isInSentence(element: Element): boolean {
  // A term and the marks beside it are one span: the words of the sentence stand around that.
  if (element.matches('.gloss-term')) return true;
  const siblings = [...(element.parentNode?.childNodes ?? [])];
  return siblings.some((node) => node instanceof Text && LETTER.test(node.data));
}

function kindOfButton(element: Element): LineKind {
  const state = element.getAttribute('aria-checked') ?? element.getAttribute('aria-selected');
  if (element.getAttribute('role') === 'radio') return state === 'true' ? 'chosen' : 'choice';
  if (element.matches(':disabled, [aria-disabled="true"]')) return 'buttonOff';
  return element.getAttribute('aria-pressed') === 'true' ? 'buttonOn' : 'button';
}

/** What an element is called, when it is one that can be used. */
function kindOf(element: Element): LineKind | undefined {
  if (element instanceof HTMLLabelElement) {
    const input = element.querySelector('input');
    if (input?.type === 'radio') return input.checked ? 'chosen' : 'choice';
    if (input?.type === 'checkbox') return input.checked ? 'ticked' : 'tick';
    return undefined;
  }
  if (element instanceof HTMLInputElement) {
    // These are told by the label around them.
    if (element.type === 'radio' || element.type === 'checkbox') return undefined;
    return element.value === '' ? 'box' : 'boxFilled';
  }
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement)
    return element.value === '' ? 'box' : 'boxFilled';
  if (element.matches('img[alt]:not([alt=""]), svg[role="img"][aria-label]')) return 'picture';
  if (element.matches('a[href]') && !isInSentence(element)) return 'link';
  if (element.matches(BUTTON) && !isInSentence(element)) return kindOfButton(element);
  return undefined;
}

const isBlock = (element: Element): boolean =>
  !/^(inline|contents|ruby)/.test(getComputedStyle(element).display);

/**
 * The sentences below `root` in the order in which they stand there: headings, texts, choices, errors; before a
 * control what it is. What was typed is never said aloud, only that something was: others may be listening.
 * @param say gives the word for a kind of control
 */
export function collectLines(root: Element, say: (kind: LineKind) => string): ReadingLine[] {
  const lines: ReadingLine[] = [];
  let signs: Sign[] = [];
  let block: Element = root;

  const flush = () => {
    const text = signs.map(({ sign }) => sign).join('');
    for (const { text: sentence, start, end } of splitSentences(text)) {
      const inText = signs.slice(start, end).filter(({ node }) => node);
      const [first, last] = [inText[0], inText[inText.length - 1]];
      let range: Range | undefined;
      if (first?.node && last?.node) {
        range = document.createRange();
        range.setStart(first.node, first.offset);
        range.setEnd(last.node, last.offset + last.sign.length);
      }
      lines.push({ text: sentence, element: block, range });
    }
    signs = [];
  };
  const add = (text: string, element: Element) => {
    for (const sentence of splitSentences(text)) lines.push({ text: sentence.text, element });
  };
  const inBlock = (element: Element, work: () => void) => {
    flush();
    const outer = block;
    block = element;
    work();
    flush();
    block = outer;
  };

  const readText = (node: Text) => {
    let offset = 0;
    for (const sign of node.data) {
      const isSpace = /\s/.test(sign);
      // White space is one space, as on the page; at the beginning of a block it is nothing.
      if (!isSpace) signs.push({ sign, node, offset });
      else if (signs.length > 0 && signs[signs.length - 1]?.sign !== ' ')
        signs.push({ sign: ' ', node, offset });
      offset += sign.length;
    }
  };
  const readControl = (element: Element, kind: LineKind) =>
    inBlock(element, () => {
      add(say(kind), element);
      const name = element.getAttribute('aria-label') ?? element.getAttribute('alt');
      if (name) add(name, element);
      else if (!element.matches('select, textarea')) readChildren(element);
    });
  const readChildren = (element: Element) => {
    for (const child of element.childNodes) {
      if (child instanceof Text) readText(child);
      else if (child instanceof Element) readElement(child);
    }
  };
  function readElement(element: Element): void {
    if (!isShown(element)) return;
    if (element.tagName === 'BR') return void signs.push({ sign: '\n', offset: 0 });
    const kind = kindOf(element);
    if (kind) return readControl(element, kind);
    const isError = element.matches(ERROR);
    if (!isError && !isBlock(element)) return readChildren(element);
    return inBlock(element, () => {
      if (isError && element.textContent?.trim()) add(say('error'), element);
      readChildren(element);
    });
  }

  readElement(root);
  flush();
  return lines;
}
