import type { DraftDocument } from '#domain/api/draft.ts';
import { withLeft } from '#domain/drafts/kept-photos.ts';
import { api } from '../api/client.ts';
import type { Photo } from './photo.ts';
import type { Shelf } from './photo-shelf.ts';
import type { QueueParts } from './queue-parts.ts';

/** When to ask whether the server has read what it received, ms after it came: then it is looked at by a person. */
const ASK_MS = [2000, 4000, 8000, 16_000, 30_000, 60_000];

const leaveByServer = (id: string) => api.put<void>(`/api/documents/${id}/as-it-is`, undefined);

/** Its small picture; another address once it was turned, so that no old picture is shown. */
export const thumbOf = (id: string, turned = 0) =>
  `/api/documents/${id}/image?size=thumb${turned ? `&turned=${turned}` : ''}`;

interface Around {
  shelf: Shelf;
  advance: (key: string) => void;
  kindOf: (file: { type: string }) => Photo['kind'];
}

/**
 * Takes over what happens elsewhere: the answer as another tab or phone has changed it, what another tab has put on this
 * phone, and what the server says of a document once it has read it.
 */
export function createFollowing(
  { field, list, answer, documents, refresh, leaveThere = leaveByServer, closed }: QueueParts,
  { shelf, advance, kindOf }: Around,
) {
  let known: readonly string[] = [];
  /** Keys that have been on this screen, and documents that were taken away here. */
  const recalled = new Set<string>();
  /** Keys that the list has had. */
  const listed = new Set<string>();
  const dismissed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  /** Documents of which the server was told, in this visit, that they stay as they are. */
  const toldLeft = new Set<string>();
  const tellLeft = (id: string) => {
    if (toldLeft.has(id)) return;
    toldLeft.add(id);
    leaveThere(id).catch(() => toldLeft.delete(id));
  };

  /** A picture there is only of what was looked through. */
  const pictureOf = ({ id, state, turned }: Pick<DraftDocument, 'id' | 'state' | 'turned'>) =>
    state === 'checking' ? undefined : thumbOf(id, turned);

  /** Said here, perhaps without a signal, or on another device. */
  const isLeft = (id: string, document?: DraftDocument) =>
    (list.now().sent?.[id]?.isLeft ?? document?.isLeft) || undefined;

  const withUs = (id: string, document?: DraftDocument): Photo => ({
    key: id,
    // Several pages are a PDF's; one of a single page shows as its picture.
    kind: document?.pages ? 'pdf' : 'photo',
    documentId: id,
    state: document?.state ?? 'received',
    reason: document?.reason,
    isLeft: isLeft(id, document),
    pages: document?.pages,
    share: 1,
    previewUrl: pictureOf(document ?? { id, state: 'received' }),
  });

  /** Documents of the answer, and those that are of no use: why has to be said until they are taken away. */
  const followDocuments = () => {
    const ids = answer();
    const all = documents().filter((one) => one.field === field);
    const shown = new Set(shelf.photos().map(({ documentId }) => documentId));
    const gone = known.filter((id) => !ids.includes(id));
    for (const id of gone) {
      const photo = shelf.photos().find((one) => one.documentId === id);
      if (photo && photo.state !== 'rejected') shelf.drop(photo.key);
    }
    known = [...ids];
    const news = [
      ...ids,
      ...all.flatMap(({ id, state }) => (state === 'rejected' && !ids.includes(id) ? [id] : [])),
    ].filter((id) => !shown.has(id) && !(dismissed.has(id) && !ids.includes(id)));
    const added = news.map((id) =>
      withUs(
        id,
        all.find((one) => one.id === id),
      ),
    );
    if (added.length > 0) shelf.put([...shelf.photos(), ...added]);
    for (const photo of shelf.photos()) {
      const document = all.find((one) => one.id === photo.documentId);
      if (!document) continue;
      const { state, reason, pages } = document;
      // It was said without a signal, or the answer was lost.
      if (list.now().sent?.[document.id]?.isLeft && !document.isLeft) tellLeft(document.id);
      const isNowLeft = isLeft(document.id, document);
      const isSame =
        photo.state === state &&
        photo.reason === reason &&
        photo.pages === pages &&
        photo.isLeft === isNowLeft;
      if (isSame || (photo.state === state && photo.reason === 'not-turned')) continue;
      shelf.change(photo.key, {
        state,
        reason,
        pages,
        isLeft: isNowLeft,
        ...(photo.previewUrl ? {} : { previewUrl: pictureOf(document) }),
      });
    }
  };

  /** What lies on the phone and is not on this page's screen, and what was taken from the phone elsewhere. */
  const followList = () => {
    const here = list.now().photos.filter((one) => one.field === field);
    // Another tab took it off the phone, or its claim was sent without it.
    for (const { key, documentId } of shelf.photos())
      if (!documentId && listed.has(key) && !here.some((one) => one.key === key)) shelf.drop(key);
    for (const { key } of here) listed.add(key);
    const news = here.filter(({ key }) => !shelf.find(key) && !recalled.has(key));
    if (news.length === 0) return;
    const photos = news.map((kept): Photo => ({
      key: kept.key,
      kind: kindOf(kept),
      state: 'preparing',
      share: 0,
    }));
    for (const { key } of news) recalled.add(key);
    shelf.put([...shelf.photos(), ...photos]);
    for (const { key } of news) advance(key);
  };

  const isToAsk = () =>
    documents().some(
      ({ id, state, reading }) =>
        (state === 'checking' || (state === 'received' && !reading)) && known.includes(id),
    ) || known.some((id) => !documents().some((one) => one.id === id));

  /** The virus scanner is asked again and again by the server: so is the server, for as long as the page is open. */
  const isChecking = () =>
    documents().some(({ id, state }) => state === 'checking' && known.includes(id));

  const ask = async () => {
    timer = undefined;
    if (closed?.aborted || !refresh) return;
    if (document.visibilityState !== 'hidden') {
      await refresh().catch(() => undefined);
      follow();
    }
    asked += 1;
    const wait = ASK_MS[asked] ?? (isChecking() ? 60_000 : undefined);
    if (wait !== undefined && isToAsk()) timer = setTimeout(() => void ask(), wait);
  };

  const askSoon = () => {
    clearTimeout(timer);
    asked = 0;
    timer = setTimeout(() => void ask(), ASK_MS[0]);
  };

  const follow = () => {
    if (closed?.aborted) return;
    followDocuments();
    followList();
  };

  return {
    follow,
    /** The answer is ours now: what changes it next comes from elsewhere. */
    know: (ids: readonly string[]) => {
      known = [...ids];
    },
    /** This photo is on this page's screen, or was taken away from it: the list tells nothing new of it. */
    own: (key: string, documentId?: string) => {
      recalled.add(key);
      if (documentId) dismissed.add(documentId);
    },
    /** On the phone at once, also without a signal; the server and other devices know it once it is heard there. */
    leave: (id: string) => {
      list.apply(withLeft(id, true));
      tellLeft(id);
    },
    /** Turned: it is another picture, of which all has to be said anew. */
    unleave: (id: string) => {
      list.apply(withLeft(id, false));
      toldLeft.delete(id);
    },
    /** Something has come to the server: it says later what it could read. */
    askSoon,
    /** What came on an earlier page may not have been looked at yet. */
    begin: () => {
      follow();
      if (isToAsk()) askSoon();
    },
    stop: () => clearTimeout(timer),
  };
}
