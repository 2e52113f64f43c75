import { loadStatement } from '#features/statement/statement-loader.tsx';
import { bringAhead } from '#platform/ahead/ahead.ts';
import { keepPagesOffline } from '#platform/storage/offline-pages.ts';
import { loadUpload } from '#platform/upload/upload.ts';
import { loadPage } from './find-page.ts';

/** What a claim in the making can lead to: signing in, another kind, the list, the person. */
const AHEAD = ['/sign-in', '/claims/new', '/claims', '/claims/0/sent', '/human/0'];

/** Keeps on the phone all that this claim may need, so that it goes on without a signal, also after a reload. */
export function keepClaimOffline(): void {
  keepPagesOffline(async () => {
    await bringAhead('later');
    return Promise.all([
      ...AHEAD.map(loadPage),
      loadUpload(),
      // Without a signal photos are made smaller too.
      import('#platform/photo/prepare-photo.ts'),
      loadStatement(),
      import('#features/reading/read-aloud.tsx').then(({ loadReading }) => loadReading()),
    ]);
  });
}
