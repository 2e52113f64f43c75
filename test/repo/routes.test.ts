import { describe, expect, it } from 'vitest';
import { routes } from '#app/shell/routes.ts';
import { flows } from '#domain/claims/flows.ts';
import { read } from './tree.ts';
import { languages, wordFiles, wordsOf } from './words.ts';

/** The pages that others link to; they may become more, none may go. */
const PROMISED = [
  ...[
    '/',
    '/human',
    '/human/:conversationId',
    '/claims/new',
    '/claims/new/:flow/:step',
    '/claims',
    '/claims/:id',
  ],
  ...[
    '/branches',
    '/privacy',
    '/settings',
    '/sign-in',
    '/staff',
    '/staff/queue',
    '/staff/claims',
    '/demo/phone',
  ],
];

describe('The list of pages', () => {
  it('that the build writes is the list that the app uses', () => {
    const written: unknown = JSON.parse(read('dist/routes.json'));
    expect(written).toEqual(
      routes.map(({ path, audience, titleKey }) => ({ path, audience, titleKey })),
    );
  });

  it('has every page that others link to, each once', () => {
    const paths = routes.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(PROMISED));
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('names for each page whom it is for, by its path', () => {
    for (const { path, audience } of routes) {
      const expected = path.startsWith('/staff')
        ? 'staff'
        : path.startsWith('/demo')
          ? 'demo'
          : 'customer';
      expect(audience, path).toBe(expected);
    }
  });

  it.each(languages)('has a title and words for each page in %s', (lng) => {
    const common = wordsOf(lng, 'common');
    const there = wordFiles(lng);
    for (const { path, titleKey, words } of routes) {
      expect([...common.keys()], path).toContain(titleKey);
      const needed = words.flatMap((file) =>
        file.includes(':flow') ? flows.map(({ id }) => file.replace(':flow', id)) : [file],
      );
      expect(there, path).toEqual(expect.arrayContaining(needed));
    }
  });
});
