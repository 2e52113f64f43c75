import { withArrived, withFacts } from '#domain/drafts/kept-photos.ts';
import { createLine, doAlone } from './alone.ts';
import { isWithUs } from './photo.ts';
import type { PhotoBytes } from './photo-bytes.ts';
import type { Making } from './photo-making.ts';
import type { Shelf } from './photo-shelf.ts';
import type { QueueParts } from './queue-parts.ts';
import { codeOf, isForgotten, isOffline, isTooLarge } from './send-errors.ts';
import { dropUpload, isTooLargeToSend, sendFile, uploadUrlOf, type Sent } from './upload.ts';

/** So often a file is begun anew at once because the server knew nothing of it; then it waits like any other. */
const BEGINNINGS_AT_ONCE = 5;

/** One after the other on this page: two at once would make each take twice as long on a slow line. */
const inLine = createLine();

interface Around {
  shelf: Shelf;
  bytes: PhotoBytes;
  making: Making;
  /** Tries what waits once more, later. */
  again: { soon: () => void; reset: () => void };
  /** Once more from the beginning. */
  advance: (key: string) => void;
  /** The answer is what is here now. */
  tell: () => void;
  /** Takes the photo away that another one has come for. */
  retire: (id: string) => void;
  onArrived: () => void;
}

/** The way of one photo from the phone to the server: `send` brings it as far as it goes now. */
export function createSending(parts: QueueParts, around: Around): (key: string) => void {
  const { field, draftId, list, send = sendFile, dropThere = dropUpload, closed } = parts;
  const { shelf, bytes, making, again, advance, tell, retire, onArrived } = around;

  const arrive = async (key: string, sent: Sent) => {
    if (closed?.aborted) return;
    const { documentId, state } = sent;
    if (!shelf.find(key)) {
      // Taken away while its last bytes were on their way; one that was here before stays.
      if (!sent.isSame) await dropThere(uploadUrlOf(documentId));
      return;
    }
    const twin = shelf.photos().find((one) => one.key !== key && one.documentId === documentId);
    const replaces = shelf.kept(key)?.replaces;
    shelf.change(key, {
      state,
      reason: sent.reason,
      documentId,
      share: 1,
      ...(twin ? { sameAs: twin.key } : {}),
    });
    // In the answer and off the list together; its bytes go only when that is on the phone.
    list.apply(withArrived(key, documentId));
    if (replaces && replaces !== documentId && isWithUs(state)) retire(replaces);
    tell();
    await list.settled();
    await bytes.drop(key).catch(() => undefined);
    onArrived();
  };

  const fail = (key: string, error: unknown) => {
    const kept = shelf.kept(key);
    if (closed?.aborted || !kept || !shelf.find(key)) return;
    if (error instanceof Error && error.name === 'AbortError') return;
    if (isForgotten(error)) {
      const beginnings = (kept.beginnings ?? 0) + 1;
      list.apply(withFacts(key, { uploadUrl: undefined, beginnings }));
      if (kept.uploadUrl && beginnings <= BEGINNINGS_AT_ONCE) return advance(key);
      // There is no such draft any more either: whoever keeps it finds another one.
      shelf.change(key, { state: 'waiting', share: 0 });
      parts.refresh?.().catch(() => undefined);
      return again.soon();
    }
    if (isTooLarge(error)) return shelf.change(key, { state: 'rejected', reason: 'too-large' });
    if (parts.onSent && codeOf(error) === 'draft-submitted') {
      // It came too late for that claim: what becomes of it is said where that is found out.
      shelf.change(key, { state: 'waiting' });
      parts.onSent().catch(() => again.soon());
      return;
    }
    // It is still on the phone, and the page says so: it goes by itself when there is a line, or when asked to.
    if (!isOffline(error)) return shelf.change(key, { state: 'failed' });
    shelf.change(key, { state: 'waiting' });
    again.soon();
  };

  const sendIt = async (key: string) => {
    await list.look();
    const kept = shelf.kept(key);
    // Another tab has sent it, or taken it away.
    if (!kept) return shelf.drop(key);
    const file = await making.madeFile(key);
    // Turned meanwhile, or its bytes are gone: it is made first.
    if (!file) return advance(key);
    // It stays on the phone, and is said to, until the person takes it away.
    if (isTooLargeToSend(file))
      return shelf.change(key, { state: 'rejected', reason: 'too-large' });
    const held = shelf.held(key);
    const stop = new AbortController();
    held.stop = stop;
    const end = () => {
      if (held.stop === stop) held.stop = undefined;
    };
    shelf.change(key, { state: 'sending', share: 0 });
    try {
      const sent = await send(file, {
        draftId: draftId(),
        field,
        onceKey: `${key}.${kept.beginnings ?? 0}`,
        uploadUrl: kept.uploadUrl,
        onUrl: (uploadUrl) => list.apply(withFacts(key, { uploadUrl })),
        onProgress: (share) => shelf.change(key, { share }),
        signal: stop.signal,
      });
      again.reset();
      await arrive(key, sent);
      end();
    } catch (error) {
      end();
      fail(key, error);
    }
  };

  const queued = new Set<string>();
  return (key) => {
    if (queued.has(key)) return;
    queued.add(key);
    void inLine(async () => {
      queued.delete(key);
      const photo = shelf.find(key);
      if (!photo || closed?.aborted || isWithUs(photo.state) || photo.state === 'rejected') return;
      // Without a draft on the server there is nothing to send it to: it goes when there is.
      if (draftId() === '') return shelf.change(key, { state: 'waiting' });
      if (navigator.onLine === false) {
        shelf.change(key, { state: 'waiting' });
        return again.soon();
      }
      const isMine = await doAlone(`photo/${key}`, () => sendIt(key));
      if (!isMine) {
        // Another tab has it on its way.
        shelf.change(key, { state: 'sending', share: 0 });
        again.soon();
      }
    });
  };
}
