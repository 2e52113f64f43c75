import type { KeptClaim } from '#domain/drafts/kept-claim.ts';
import type { KeptPhoto, KeptPhotos } from '#domain/drafts/kept-photos.ts';
import { phoneVault } from './phone-vault.ts';

/** What lies on this phone and nowhere else: it is gone when the phone forgets its person. */
export interface Unsent {
  photos: number;
  recordings: number;
  answers: number;
  messages: number;
  /** Ids of the kinds of claim that some of it belongs to: what is there goes by itself. */
  flows: readonly string[];
  /** Conversations with messages that go by themselves. */
  conversations: readonly string[];
  /** Where the person has to say a word first: papers not handed over, a recording or a message that was begun. */
  places: readonly Place[];
}

export interface Place {
  href: string;
  what: 'papers' | 'recording' | 'answers' | 'message';
}

const nothing: Unsent = {
  photos: 0,
  recordings: 0,
  answers: 0,
  messages: 0,
  flows: [],
  conversations: [],
  places: [],
};

const isRecording = ({ type }: KeptPhoto) => /^(audio|video)\//.test(type);

const checkPathOf = (flow: string) => `/claims/new/${flow}/check`;
const unique = (list: readonly string[]) => [...new Set(list)];
const plus = (a: Unsent, b: Partial<Unsent>): Unsent => ({
  photos: a.photos + (b.photos ?? 0),
  recordings: a.recordings + (b.recordings ?? 0),
  answers: a.answers + (b.answers ?? 0),
  messages: a.messages + (b.messages ?? 0),
  flows: unique([...a.flows, ...(b.flows ?? [])]),
  conversations: unique([...a.conversations, ...(b.conversations ?? [])]),
  places: [
    ...a.places,
    ...(b.places ?? []).filter(({ href }) => !a.places.some((one) => one.href === href)),
  ],
});

/** What is unsent of one thing that is kept, by the name that it is kept under. */
function unsentOf(name: string, kept: unknown): Partial<Unsent> {
  const [, kind, rest = ''] = /^([a-z]+)[/.](.+)$/.exec(name) ?? [];
  if (kind === 'claim') {
    const { photos, changes, conflicts } = kept as KeptClaim;
    const answers = Object.keys(changes).length + Object.keys(conflicts).length;
    if (answers + photos.length === 0) return {};
    const recordings = photos.filter(isRecording).length;
    return {
      answers,
      recordings,
      photos: photos.length - recordings,
      flows: [rest],
      // Two answers to one question: which of them is meant, only the person knows.
      ...(Object.keys(conflicts).length > 0
        ? { places: [{ href: checkPathOf(rest), what: 'answers' }] }
        : {}),
    };
  }
  if (kind === 'papers') {
    const { photos, arrived = [] } = kept as KeptPhotos & { arrived?: readonly string[] };
    const count = photos.length + arrived.length;
    const href = `/claims/${rest.split('/')[0]}`;
    return count > 0 ? { photos: count, places: [{ href, what: 'papers' }] } : {};
  }
  if (kind === 'statement') {
    const { pieces } = kept as { pieces: number };
    const href = checkPathOf(rest);
    return pieces > 0 ? { recordings: 1, places: [{ href, what: 'recording' }] } : {};
  }
  if (kind === 'outbox') {
    const [, side, id = ''] = /^(\w+)\.(.+)$/.exec(rest) ?? [];
    if (side !== 'customer') return {};
    const items = kept as readonly { refused?: unknown }[];
    const isAsked = items.some(({ refused }) => refused);
    return {
      messages: items.length,
      conversations: [id],
      ...(isAsked ? { places: [{ href: `/human/${id}`, what: 'message' }] } : {}),
    };
  }
  if (kind === 'written')
    return { messages: 1, places: [{ href: `/human/${rest}`, what: 'message' }] };
  return {};
}

/** How many things there are. */
export const countOf = ({ photos, recordings, answers, messages }: Unsent): number =>
  photos + recordings + answers + messages;

/**
 * Looks through what this phone keeps for what the server does not have: signing out destroys it, so it is told first.
 * Nothing where the phone keeps nothing, or what it keeps cannot be read.
 */
export async function readUnsent(openVault = phoneVault): Promise<Unsent> {
  const vault = await openVault();
  let all = nothing;
  for (const name of await vault.names()) {
    const kept = await vault.read(name).catch(() => undefined);
    if (kept !== undefined && kept !== null) all = plus(all, unsentOf(name, kept));
  }
  return all;
}
