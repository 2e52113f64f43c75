import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { sessionStore } from '#platform/session/session.ts';
import { usePhoneVault } from '#platform/storage/phone-vault.ts';
import { createPageVault, type Vault } from '#platform/storage/vault.ts';
import { fakeFetch, noContent, ok } from '../../../test/support/fake-fetch.ts';
import { show } from '../../../test/support/show.tsx';
import { Account } from './account.tsx';
import type { SendKept } from './sign-out.tsx';

const customer = { id: 'c1', displayName: '王女士', maskedPhone: '138****0001', ageBand: '60to79' };
const photo = (key: string) => ({ key, field: 'invoicePhotos', name: 'a.jpg', type: 'image/jpeg' });
const claim = (photos: readonly unknown[], changes: object = {}) => ({
  format: 1,
  flowVersion: 1,
  makeKey: 'k',
  changes,
  conflicts: {},
  photos,
});
const change = { value: 'illness', base: null };

let vault: Vault;
const keep = (name: string, value: unknown) => vault.update(name, () => value);

async function open(sendKept?: SendKept) {
  const calls = fakeFetch({
    'GET /api/me': ok({ customer }),
    'DELETE /api/sessions': noContent,
  });
  await show(<Account sendKept={sendKept} />, { words: ['settings'] });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '退出登录' }));
  const isSignedOut = () => calls.some(({ method }) => method === 'DELETE');
  return { user, isSignedOut };
}
const press = (name: string) => screen.getByRole('button', { name });

beforeEach(() => {
  vault = createPageVault();
  usePhoneVault(vault);
  sessionStore.setState({ customer: undefined });
});

describe('Signing out', () => {
  it('says first how much is on this phone only, and loses nothing by one tap', async () => {
    await keep('claim/hospital', claim([photo('a'), photo('b')], { cause: change }));
    await keep('outbox.customer.h1', [{ clientId: 'm1' }]);
    const { user, isSignedOut } = await open();
    const title = await screen.findByRole('heading', { name: '先别急，还有东西没传完' });
    expect(title).toHaveFocus();
    expect(screen.getAllByRole('listitem').map((one) => one.textContent)).toEqual([
      '2 张照片',
      '1 个回答',
      '1 条消息',
    ]);
    expect(isSignedOut()).toBe(false);
    await user.click(press('不退出'));
    expect(press('退出登录')).toBeInTheDocument();
    expect(isSignedOut()).toBe(false);
  });

  it('deletes it only when that is asked for in so many words', async () => {
    await keep('claim/hospital', claim([photo('a')]));
    const { user, isSignedOut } = await open();
    await screen.findByText('1 张照片');
    await user.click(press('不传了，删掉并退出'));
    expect(await screen.findByText('已经退出登录。')).toBeInTheDocument();
    expect(isSignedOut()).toBe(true);
  });

  it('sends first, says what is left, and signs out once we have everything', async () => {
    await keep('claim/hospital', claim([photo('a'), photo('b')]));
    const { user, isSignedOut } = await open(({ flows }) => {
      expect(flows).toEqual(['hospital']);
      return Promise.resolve({ shares: () => 0.5, stop: () => undefined });
    });
    await screen.findByText('2 张照片');
    await user.click(press('先传完，再退出'));
    await keep('claim/hospital', claim([photo('b')]));
    expect(await screen.findByText('1 张照片', {}, { timeout: 3000 })).toBeInTheDocument();
    expect(screen.getByRole('progressbar')).toHaveValue(0.75);
    expect(isSignedOut()).toBe(false);
    await keep('claim/hospital', claim([]));
    expect(await screen.findByText('已经退出登录。', {}, { timeout: 3000 })).toBeInTheDocument();
    expect(isSignedOut()).toBe(true);
  });

  it('leads to what waits for a word of the person: papers not handed over, a recording, a message', async () => {
    await keep('papers/c9/dischargePhotos', { photos: [], arrived: ['d1'] });
    await keep('statement/accident', { pieces: 3 });
    await keep('written.h1', '医生说');
    await open(() => Promise.reject(new Error('not asked')));
    expect(await screen.findByRole('link', { name: '去交补的材料' })).toHaveAttribute(
      'href',
      '/claims/c9',
    );
    expect(screen.getByRole('link', { name: '去听录音' })).toHaveAttribute(
      'href',
      '/claims/new/accident/check',
    );
    expect(screen.getByRole('link', { name: '去看没发的消息' })).toHaveAttribute(
      'href',
      '/human/h1',
    );
    expect(screen.queryByRole('button', { name: '先传完，再退出' })).toBeNull();
  });

  it('asks nothing where we have everything', async () => {
    await keep('claim/hospital', claim([]));
    await keep('owner', { customer });
    const { isSignedOut } = await open();
    expect(await screen.findByText('已经退出登录。')).toBeInTheDocument();
    expect(isSignedOut()).toBe(true);
  });
});
