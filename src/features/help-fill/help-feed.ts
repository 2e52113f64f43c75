import { createStore } from 'zustand/vanilla';
import { api, ApiError } from '#platform/api/client.ts';
import { customerLog, holdLog } from '#platform/log/held-log.ts';
import { helpInLog, type HelpInLog, type OpenProposal } from './help-in-log.ts';

/** So long after its page has gone, ms, the log is let go: the next page of the same claim goes on with it. */
const LET_GO_MS = 1500;
/** What was decided without a signal is told again after so long, ms; at once when the log is heard again. */
const AGAIN_MS = 5000;

/** `held`: another device answered otherwise, the person chooses between the two. `again`: it is to be asked anew. */
export type Outcome = 'told' | 'held' | 'again';

export interface Decision {
  what: 'accepted' | 'declined';
  /** The server knows. */
  isTold: boolean;
  proposal: OpenProposal;
}

export interface HelpFeed extends HelpInLog {
  draftId?: string;
  /** What the person decided on this page, by the proposal's id. */
  decided: Readonly<Record<string, Decision>>;
  /** Points that were looked at, by seq. */
  seenTo: number;
  /** Announced up to this seq. */
  heardTo: number;
}

const nothing: HelpFeed = { proposals: [], decided: {}, seenTo: 0, heardTo: 0 };

export const helpFeed = createStore<HelpFeed>()(() => nothing);

interface Following {
  conversationId: string;
  draftId: string;
  end: () => void;
}
let following: Following | undefined;
let letGo: ReturnType<typeof setTimeout> | undefined;
/** How each decision is told, until it was. */
const toTell = new Map<string, () => Promise<Outcome>>();
let isTelling = false;

async function tellAll(): Promise<void> {
  if (isTelling) return;
  isTelling = true;
  for (const [id, tell] of [...toTell]) {
    try {
      const outcome = await tell();
      if (outcome === 'held') continue;
      toTell.delete(id);
      const { decided } = helpFeed.getState();
      const { [id]: decision, ...others } = decided;
      if (outcome === 'again') helpFeed.setState({ decided: others });
      else if (decision)
        helpFeed.setState({ decided: { ...others, [id]: { ...decision, isTold: true } } });
    } catch (error) {
      // Gone, or never ours: what the person answered stands, and nobody waits for word of it.
      if (error instanceof ApiError && error.problem.status < 500 && error.problem.status !== 429)
        toTell.delete(id);
    }
  }
  isTelling = false;
}

/**
 * Hears what staff say of a draft for as long as somebody looks; the pages of one claim share what was heard.
 * @returns lets go, once the last page has gone
 */
export function followHelp(conversationId: string, draftId: string): () => void {
  clearTimeout(letGo);
  if (following?.conversationId !== conversationId || following.draftId !== draftId) {
    following?.end();
    helpFeed.setState({ ...nothing, draftId }, true);
    const log = customerLog(conversationId);
    const unsubscribe = log.store.subscribe(({ events, link }, before) => {
      if (events !== before.events) helpFeed.setState(helpInLog(events, draftId));
      if (link === 'live' && before.link !== 'live') void tellAll();
    });
    const timer = setInterval(() => void tellAll(), AGAIN_MS);
    const online = () => void tellAll();
    globalThis.addEventListener('online', online);
    // It may be heard already: a call of the same conversation goes on.
    helpFeed.setState(helpInLog(log.store.getState().events, draftId));
    const letGoOfLog = holdLog(conversationId, log);
    following = {
      conversationId,
      draftId,
      end: () => {
        clearInterval(timer);
        globalThis.removeEventListener('online', online);
        unsubscribe();
        letGoOfLog();
        toTell.clear();
        following = undefined;
        helpFeed.setState(nothing, true);
      },
    };
  }
  return () => {
    clearTimeout(letGo);
    letGo = setTimeout(() => following?.end(), LET_GO_MS);
  };
}

/** For tests, and for whoever leaves the claim for good. */
export function forgetHelp(): void {
  clearTimeout(letGo);
  following?.end();
}

/**
 * The person has decided: shown at once, told to the server as soon as it can be.
 * @param tell tells it; called again until it says that it is done
 */
export function decide(
  proposal: OpenProposal,
  what: Decision['what'],
  tell: () => Promise<Outcome>,
): void {
  const { decided } = helpFeed.getState();
  helpFeed.setState({ decided: { ...decided, [proposal.id]: { what, proposal, isTold: false } } });
  toTell.set(proposal.id, tell);
  void tellAll();
}

/** Tells the server of a decision. @throws OfflineError, ApiError */
export async function postDecision(
  proposalId: string,
  what: Decision['what'],
  baseVersion?: number,
): Promise<void> {
  const { draftId } = helpFeed.getState();
  const act = what === 'accepted' ? 'accept' : 'decline';
  await api.post(
    `/api/drafts/${draftId}/proposals/${proposalId}/${act}`,
    what === 'accepted' ? { baseVersion } : {},
  );
}

export const notePointSeen = (seq: number): void => {
  if (seq > helpFeed.getState().seenTo) helpFeed.setState({ seenTo: seq });
};
export const noteHeard = (seq: number): void => {
  if (seq > helpFeed.getState().heardTo) helpFeed.setState({ heardTo: seq });
};
