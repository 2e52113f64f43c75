import { begin, draftOf, signIn, test } from './support/phone.ts';
import { invoicePhoto } from './support/photos.ts';
import { album, arrived, openPapers, sendOverSlowLine } from './support/slow-line.ts';
import { expect } from './support/test.ts';

const photosOf = (from: number, count: number) =>
  Promise.all(Array.from({ length: count }, (_, i) => invoicePhoto(from + i)));

test('photos arrive over a slow line that is cut, through a reload and a server that is killed, each once', async ({
  newPhone,
  server,
}) => {
  test.slow();
  const phone = await newPhone();
  const { again, bytes } = await sendOverSlowLine(phone.page, server, {
    photos: await photosOf(20, 6),
    cuts: { 1: 'offline', 2: 'kill', 4: 'reload' },
    cutMs: 500,
    timeout: 40_000,
  });
  // A cut costs a piece, not a photo.
  expect(again).toBeLessThan(bytes);
});

test('two tabs of one phone send each photo once', async ({ newPhone }) => {
  const phone = await newPhone();
  await openPapers(phone.page);
  const other = await phone.context.newPage();
  await other.goto('/claims/new/outpatient/papers');
  await album(other).waitFor({ state: 'attached' });
  await album(phone.page).setInputFiles(await photosOf(30, 3));
  await album(other).setInputFiles(await photosOf(33, 2));
  await expect.poll(() => arrived(phone.page)).toBe(5);
  await expect.poll(() => arrived(other)).toBe(5);
  await expect
    .poll(async () => ((await draftOf(other)).answers.invoicePhotos as string[]).length)
    .toBe(5);
  const { answers, documents } = await draftOf(other);
  expect(documents.map(({ id }) => id).sort()).toEqual(
    [...(answers.invoicePhotos as string[])].sort(),
  );
});

test('a photo that was on its way goes on after a pause of a day', async ({ newPhone, server }) => {
  const phone = await newPhone();
  await openPapers(phone.page);
  // It is begun on the server, and then nothing gets through.
  await phone.page.route('**/api/uploads/*', (route) => route.abort('internetdisconnected'));
  await album(phone.page).setInputFiles(await invoicePhoto(40));
  await expect(phone.page.locator('.photo[data-state=waiting]')).toHaveCount(1);
  const advanceSeconds = 26 * 3600;
  await phone.page.request.post('/api/test/clock', {
    data: { advanceSeconds },
    headers: { origin: server.url },
  });
  const page = await phone.restart();
  await page.goto('/claims/new/outpatient/papers');
  await expect.poll(() => arrived(page)).toBe(1);
  expect((await draftOf(page)).documents).toHaveLength(1);
});

test('what somebody photographed is not the next person’s on the same phone', async ({
  newPhone,
}) => {
  const phone = await newPhone();
  await openPapers(phone.page);
  await signIn(phone.page, '13800000009');
  await phone.page.reload();
  await phone.page.route('**/api/uploads**', (route) => route.abort('internetdisconnected'));
  await album(phone.page).setInputFiles(await invoicePhoto(50));
  await expect(phone.page.locator('.photo[data-state=waiting]')).toHaveCount(1);
  await signIn(phone.page, '13800000012');
  await phone.page.unroute('**/api/uploads**');
  await begin(phone.page, 'standard');
  await phone.page.goto('/claims/new/outpatient/papers');
  await expect.poll(async () => (await draftOf(phone.page)).documents).toEqual([]);
  await expect(phone.page.locator('.photo')).toHaveCount(0);
});
