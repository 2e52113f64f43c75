import { describe, expect, it } from 'vitest';
import { safePath } from './safe-path.ts';

describe('The way back after signing in', () => {
  it.each(['/claims', '/claims/new/hospital/payout?mode=senior', '/claims/7/sent#top'])(
    'leads to %s',
    (path) => {
      expect(safePath(path, '/home')).toBe(path);
    },
  );

  it.each([
    null,
    undefined,
    '',
    'claims',
    'https://example.org/',
    '//example.org/',
    '/\\example.org',
    '/\t/example.org',
    '/\n/example.org',
    'javascript:alert(1)',
    ' /claims',
  ])('never leads to another site: %j', (path) => {
    expect(safePath(path, '/home')).toBe('/home');
  });
});
