import { findFlow } from '#domain/claims/flows.ts';
import { claimStoreOf } from '#features/claim-flow/claims-in-hand.ts';
import { goOnSending, goOnWithPhotos, sharesOnTheWay } from '#features/claim-flow/photo-store.ts';
import type { SendKept } from '#features/settings/sign-out.tsx';
import { createLog } from '#platform/log/log.ts';

/** How often photos are asked whether they wait for a word, ms. */
const GO_ON_MS = 1000;

/**
 * Sends what goes by itself, as the pages it belongs to would: answers and photos of claims in the making, messages. A
 * photo that waits for "take again" or "send anyway" goes as it is: the person has asked for all of it to be sent.
 */
export const sendKept: SendKept = async ({ flows, conversations }) => {
  const theirs = flows.flatMap((id) => findFlow(id) ?? []);
  const logs = conversations.map((conversationId) => createLog({ conversationId, as: 'customer' }));
  for (const log of logs) log.start();
  const goOn = () => {
    for (const flow of theirs) void goOnWithPhotos(flow.id, Object.keys(flow.fields), 0);
  };
  await Promise.all(
    theirs.map(async (flow) => {
      const store = claimStoreOf(flow);
      await store.getState().open();
      const { draft } = store.getState();
      if (draft) goOnSending(flow, draft);
    }),
  );
  const timer = setInterval(goOn, GO_ON_MS);
  return {
    shares: () => theirs.reduce((sum, { id }) => sum + sharesOnTheWay(id), 0),
    stop: () => {
      clearInterval(timer);
      for (const log of logs) log.stop();
    },
  };
};
