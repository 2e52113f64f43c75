import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DisplayLink } from '#domain/api/link.ts';
import { readConfig } from '#server/config.ts';
import { createPages } from '#server/pages/pages.ts';
import { linkLifeMs, readLink, signLink } from '#server/services/display-links.ts';
import { addDemoStaff } from '#server/services/staff/demo-staff.ts';
import { createSeal, readKeyRing } from '#server/store/seal.ts';
import { visit } from './support/customer.ts';
import { makeFakeBuild } from './support/fake-build.ts';
import { describeOnBoth, TEST_SECRET, type TestServer } from './support/harness.ts';
import { auditOf, cheap, staffOf } from './support/staff.ts';

let dist = '';
beforeAll(async () => {
  dist = await makeFakeBuild();
});
afterAll(async () => rm(dist, { recursive: true, force: true }));

/** The opening tag of a page. */
async function htmlOf(server: TestServer, path: string, cookie = '') {
  const config = readConfig({ APP_MODE: 'test', APP_SECRET: TEST_SECRET, DIST_DIR: dist });
  const pages = await createPages(config, () => Promise.resolve(undefined));
  Object.assign(server.parts, { pages });
  const answer = await server.app.request(path, cookie ? { headers: { cookie } } : {});
  const tag = /<html[^>]*>/.exec(await answer.text())?.[0] ?? '';
  return {
    mode: /data-mode="(\w+)"/.exec(tag)?.[1],
    text: /data-text="(\d)"/.exec(tag)?.[1],
    link: /data-link="(\w+)"/.exec(tag)?.[1],
    // The mark of a visit comes with every first page, and says nothing of how pages look.
    setCookie:
      answer.headers
        .getSetCookie()
        .filter((one) => !one.startsWith('sl_visit='))
        .join() || null,
  };
}

describeOnBoth('a link that suggests the large-text page', (server) => {
  beforeAll(async () => {
    await addDemoStaff(server().parts, cheap);
  });

  const make = async (kind: string) => {
    const staff = await staffOf(server(), 'agent');
    const made = await staff.post<DisplayLink>('/api/staff/links', { kind });
    expect(made.status).toBe(200);
    return made.body;
  };
  const pathOf = ({ url }: DisplayLink) => new URL(url).pathname + new URL(url).search;

  it.each(['staff', 'qr', 'hotline'])('of kind %s opens it, and chooses nothing', async (kind) => {
    const path = pathOf(await make(kind));
    expect(await htmlOf(server(), path)).toEqual({
      mode: 'senior',
      text: '1',
      link: kind,
      setCookie: null,
    });
    expect(await htmlOf(server(), path.replace('/?', '/claims/new/hospital/cause?'))).toMatchObject(
      {
        mode: 'senior',
        link: kind,
      },
    );
  });

  it('never overrules what the person chose, on the device or in the address', async () => {
    const path = pathOf(await make('staff'));
    expect(await htmlOf(server(), path, 'sl_display=standard.3.high')).toMatchObject({
      mode: 'standard',
      text: '3',
      link: 'staff',
    });
    const both = await htmlOf(server(), `${path}&mode=standard`);
    expect(both).toEqual({ mode: 'standard', text: '1', link: undefined, setCookie: null });
    expect(await htmlOf(server(), `${path}&mode=senior`)).toMatchObject({
      mode: 'senior',
      link: 'staff',
    });
    const neither = await htmlOf(server(), '/?mode=senior&mode=standard');
    expect(neither).toEqual({ mode: 'standard', text: '1', link: undefined, setCookie: null });
  });

  it('that is over opens the ordinary page and says so', async () => {
    for (const kind of ['staff', 'hotline', 'qr'] as const) {
      const path = pathOf(await make(kind));
      server().parts.clock.advance(linkLifeMs[kind] - 2000);
      expect(await htmlOf(server(), path)).toMatchObject({ mode: 'senior', link: kind });
      server().parts.clock.advance(2000);
      expect(await htmlOf(server(), path)).toMatchObject({ mode: 'standard', link: 'expired' });
    }
  });

  it('that was altered opens the ordinary page and says so', async () => {
    const path = pathOf(await make('staff'));
    const expires = /e=(\d+)/.exec(path)?.[1] ?? '';
    for (const altered of [
      path.replace('k=staff', 'k=qr'),
      path.replace(expires, String(Number(expires) + 86_400)),
      path.replace(/sig=v1\.(.)/, (_, c: string) => `sig=v1.${c === 'A' ? 'B' : 'A'}`),
      path.replace(/&sig=.*/, ''),
      path.replace(/sig=.*/, 'sig='),
      path.replace('m=large', 'm=huge'),
      path.replace(/e=\d+/, 'e=NaN'),
      path.replace(/e=\d+/, 'e=1e99'),
      '/?m=large',
      '/?sig=%F0%9F%98%80',
      '/?m=large&k=__proto__&e=1&sig=x',
    ]) {
      expect([altered, await htmlOf(server(), altered)]).toEqual([
        altered,
        { mode: 'standard', text: '1', link: 'expired', setCookie: null },
      ]);
    }
    for (const ordinary of ['/', '/?m=1', '/?k=staff&e=5']) {
      expect((await htmlOf(server(), ordinary)).link).toBeUndefined();
    }
  });

  it('names nobody: two made at one moment are the same, and only who made them is written down', async () => {
    const [one, two] = [await make('hotline'), await make('hotline')];
    expect(Math.abs(Date.parse(one.expiresAt) - Date.parse(two.expiresAt))).toBeLessThan(5000);
    expect([...new URL(one.url).searchParams.keys()]).toEqual(['m', 'k', 'e', 'sig']);
    const entries = await auditOf(server(), 'display-link-made');
    expect(entries.length).toBeGreaterThan(1);
    expect(Object.keys(JSON.parse(entries.at(-1)?.detail ?? '{}') as object).sort()).toEqual([
      'expiresAt',
      'kind',
    ]);
  });

  it('is made by staff only', async () => {
    const stranger = visit(server());
    expect((await stranger.post('/api/staff/links', { kind: 'staff' })).status).toBe(401);
    const staff = await staffOf(server(), 'counter');
    for (const body of [{}, { kind: 'friend' }, { kind: 'staff', name: '王秀兰' }]) {
      expect((await staff.post('/api/staff/links', body)).status).toBe(422);
    }
  });
});

describe('the signature of a link', () => {
  const clock = { now: () => 1_000_000 };

  it('made under an older key counts as long as that key is kept', () => {
    const [old, younger] = ['an old secret of the tests', 'a new secret of the tests'];
    const query = Object.fromEntries(
      new URLSearchParams(signLink(createSeal(readKeyRing(old)), 'qr', 5_000_000)),
    );
    const both = createSeal(readKeyRing(`2:${younger},1:${old}`));
    expect(readLink({ seal: both, clock }, query)).toBe('qr');
    const rotated = createSeal(readKeyRing(`2:${younger}`));
    expect(readLink({ seal: rotated, clock }, query)).toBe('expired');
  });
});
