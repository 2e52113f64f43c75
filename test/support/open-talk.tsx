import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import { Conversation } from '#features/handoff/conversation.tsx';
import { usePhoneVault } from '#platform/storage/phone-vault.ts';
import { createPageVault, type Vault } from '#platform/storage/vault.ts';
import { ok, type Routes } from './fake-fetch.ts';
import { fakeLogServer, type FakeLogServer } from './fake-log-server.ts';
import { show } from './show.tsx';

/** Second in the queue, by day. */
export const waitingRequest = {
  conversationId: 'h1',
  state: 'waiting',
  position: 2,
  waitSeconds: { low: 150, high: 400 },
  isOpen: true,
  offersCallback: false,
};

type Tell = (server: FakeLogServer) => void;

/**
 * The page of a conversation on a phone of its own, as it is once its log is there.
 * @param tell what has happened in it before
 */
export async function openTalk(
  routes: Routes = {},
  tell: Tell = () => undefined,
  vault: Vault = createPageVault(),
) {
  usePhoneVault(vault);
  // jsdom does not scroll.
  window.scrollBy = () => undefined;
  const server = fakeLogServer({
    'GET /api/help-requests/current': ok(waitingRequest),
    ...routes,
  });
  server.write('requested', 'customer');
  tell(server);
  const onGo = vi.fn();
  await show(<Conversation id="h1" onGo={onGo} />, {
    words: ['human', 'conversation', 'glossary'],
  });
  await screen.findByRole('list', { name: '您和客服的话' });
  return { server, onGo };
}

/** The same with somebody of the staff there. */
export const openTaken = (tell: Tell = () => undefined, vault?: Vault) =>
  openTalk(
    {},
    (server) => {
      server.state = 'active';
      server.write('taken', 'system', { staffName: '王芳' });
      tell(server);
    },
    vault,
  );

/** What both have said. */
export const talk = () => within(screen.getByRole('list', { name: '您和客服的话' }));
export const tap = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
/** Something happens on the server while the page is open. */
export const later = (work: () => void) => act(async () => work());
