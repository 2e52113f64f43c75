import type { CDPSession, Page } from '@playwright/test';
import type { Draft } from '#domain/api/draft.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { Visitor } from '../../server/support/customer.ts';
import { sendPhoto } from '../../server/support/send-photo.ts';
import { begin, change, draftOf } from './phone.ts';
import { expect } from './test.ts';

/** 100 kbit/s, as bytes a second: a village at noon. */
const SLOW_BYTES = 100_000 / 8;
const FIELD = 'invoicePhotos';

type Chosen = { name: string; mimeType: string; buffer: Buffer };

/** What a page has handed to the line, by the upload that it belongs to: offset → bytes. */
type Pieces = Map<string, Map<number, Buffer>>;

declare global {
  interface Window {
    noteSentPiece: (path: string, offset: number, base64: string) => Promise<void>;
  }
}

/** Notes every piece of a file that this page sends, whatever becomes of it on the way. */
async function notePieces(page: Page, pieces: Pieces): Promise<void> {
  await page.exposeFunction('noteSentPiece', (path: string, offset: number, base64: string) => {
    const known = pieces.get(path) ?? new Map<number, Buffer>();
    pieces.set(path, known);
    const bytes = Buffer.from(base64, 'base64');
    const before = known.get(offset);
    if (!before || before.length < bytes.length) known.set(offset, bytes);
  });
  await page.addInitScript(() => {
    const { open, send, setRequestHeader } = XMLHttpRequest.prototype;
    const about = new WeakMap<XMLHttpRequest, { path: string; offset: number }>();
    XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...args: unknown[]) {
      about.set(this, { path: new URL(String(args[1]), location.href).pathname, offset: 0 });
      return (open as (...all: unknown[]) => void).apply(this, args);
    };
    XMLHttpRequest.prototype.setRequestHeader = function (name: string, value: string) {
      const known = about.get(this);
      if (known && name.toLowerCase() === 'upload-offset') known.offset = Number(value);
      setRequestHeader.call(this, name, value);
    };
    XMLHttpRequest.prototype.send = function (body) {
      const known = about.get(this);
      if (!known || !(body instanceof Blob)) return send.call(this, body);
      const reader = new FileReader();
      reader.onload = async () => {
        const [, base64 = ''] = String(reader.result).split(',');
        // Noted before it goes: a page that is reloaded would take an unwritten note along.
        await window.noteSentPiece(known.path, known.offset, base64);
        // Given up meanwhile, it is no longer open and must not go.
        if (this.readyState === XMLHttpRequest.OPENED) send.call(this, body);
      };
      reader.readAsDataURL(body);
    };
  });
}

/** The file of one upload, put together from all that was handed to the line. */
function whole(pieces: Map<number, Buffer> | undefined): Buffer {
  let file = Buffer.alloc(0);
  for (const [offset, bytes] of [...(pieces ?? [])].sort(([a], [b]) => a - b)) {
    expect(offset, 'no gap in what was sent').toBeLessThanOrEqual(file.length);
    const known = file.subarray(offset, offset + bytes.length);
    // A piece sent again is the same piece.
    expect(known.equals(bytes.subarray(0, known.length))).toBe(true);
    file = Buffer.concat([file, bytes.subarray(known.length)]);
  }
  return file;
}

/** The papers' page of a claim begun on this phone. */
export async function openPapers(page: Page): Promise<void> {
  await begin(page, 'standard');
  await expect.poll(async () => (await draftOf(page)).version).toBeGreaterThan(0);
  await change(page, { cause: 'illness', healthConsent: true });
  await page.goto('/claims/new/outpatient/papers');
  await album(page).waitFor({ state: 'attached' });
}

/** A paper that has photos already is folded when the page comes. */
async function openFirstPaper(page: Page): Promise<void> {
  const paper = page.locator('.paper').first();
  await paper.waitFor();
  if ((await paper.getAttribute('data-open')) === null) {
    await paper.getByRole('button').last().click();
  }
  await paper.locator('.photo').first().waitFor();
}

export const album = (page: Page) => page.locator('input[type=file][multiple]').first();
/** With us; what could be read of it is said a moment later. */
export const arrived = (page: Page) =>
  page.locator('.photo:is([data-state=received], [data-state=unreadable])').count();

export interface SlowRun {
  photos: readonly Chosen[];
  /** After so many have arrived, what happens to the line or the server. */
  cuts: Readonly<Record<number, 'offline' | 'kill' | 'reload'>>;
  /** How long a cut takes, ms. */
  cutMs: number;
  /** How long all of it may take, ms. */
  timeout: number;
}

export interface SlowResult {
  seconds: number;
  bytes: number;
  /** Bytes that went more than once. */
  again: number;
}

/**
 * Sends photos over a line of 100 kbit/s that is cut, through a server that is killed and a page that is reloaded, and
 * holds it to this: each photo is there once, its very bytes, and the answer names each of them once, in order.
 */
export async function sendOverSlowLine(
  page: Page,
  server: ServerProcess,
  { photos, cuts, cutMs, timeout }: SlowRun,
): Promise<SlowResult> {
  const pieces: Pieces = new Map();
  await notePieces(page, pieces);
  await openPapers(page);
  const line: CDPSession = await page.context().newCDPSession(page);
  const set = (offline: boolean, bytes = SLOW_BYTES) =>
    line.send('Network.emulateNetworkConditions', {
      offline,
      latency: bytes > 0 ? 100 : 0,
      downloadThroughput: bytes,
      uploadThroughput: bytes,
    });
  await line.send('Network.enable');
  await set(false);
  const begun = Date.now();
  await album(page).setInputFiles([...photos]);
  const pause = () => new Promise((resolve) => setTimeout(resolve, cutMs));

  const cutAt = async (kind: 'offline' | 'kill' | 'reload') => {
    if (kind === 'offline') {
      await set(true);
      await pause();
      await set(false);
    } else if (kind === 'kill') {
      await server.kill();
      await pause();
      await server.start();
    } else {
      // The page itself would take longer than the photos: it comes at full speed, the photos do not.
      await set(false, -1);
      await page.reload();
      await openFirstPaper(page);
      await set(false);
    }
  };
  for (const [count, kind] of Object.entries(cuts)) {
    await expect.poll(() => arrived(page), { timeout }).toBeGreaterThanOrEqual(Number(count));
    await cutAt(kind);
  }
  await expect.poll(() => arrived(page), { timeout }).toBe(photos.length);
  const seconds = (Date.now() - begun) / 1000;
  await set(false, -1);

  const ids = async () => ((await draftOf(page)).answers[FIELD] ?? []) as readonly string[];
  await expect.poll(async () => (await ids()).length).toBe(photos.length);
  const draft: Draft = await draftOf(page);
  const named = await ids();
  expect(new Set(named).size, 'each is named once').toBe(photos.length);
  expect(draft.documents.map(({ id }) => id).sort(), 'and is there once').toEqual(
    [...named].sort(),
  );

  // The server knows a file by the hash of its bytes: the same bytes again are the same document, others are not.
  const cookies = await page.context().cookies();
  const visitor = new Visitor((path, init) => fetch(server.url + path, init));
  for (const { name, value } of cookies) visitor.cookies.set(name, value);
  let [bytes, sent] = [0, 0];
  const files = new Set<string>();
  for (const id of named) {
    const parts = pieces.get(`/api/uploads/${id}`);
    const file = whole(parts);
    files.add(file.toString('base64'));
    const { reply } = await sendPhoto(visitor, { draftId: draft.id, field: FIELD }, file);
    expect(reply.headers.get('document-same-as'), 'its bytes are the ones that were sent').toBe(id);
    bytes += file.length;
    for (const one of parts?.values() ?? []) sent += one.length;
  }
  expect(files.size, 'and no two are one').toBe(photos.length);
  return { seconds, bytes, again: Math.max(0, sent - bytes) };
}
