import { rm } from 'node:fs/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '#server/config.ts';
import { readWho } from '#server/http/sessions.ts';
import { createPages } from '#server/pages/pages.ts';
import { chooseEncoding } from '#server/pages/encoding.ts';
import { lastEventsOf } from '#server/services/handoff/plain-talk.ts';
import { helpOf } from '#server/services/request-help.ts';
import { visit } from './support/customer.ts';
import { agentOf, say, takeThis } from './support/desk.ts';
import { makeFakeBuild } from './support/fake-build.ts';
import { makeServer, TEST_SECRET, type TestServer } from './support/harness.ts';

let dist = '';
let server: TestServer;

async function serverWith(env: Record<string, string>): Promise<TestServer> {
  const config = readConfig({ APP_MODE: 'test', APP_SECRET: TEST_SECRET, DIST_DIR: dist, ...env });
  const pages = await createPages(
    config,
    async (c, parts, id) => helpOf(parts, await readWho(c, parts), id),
    async (c, parts, id) => lastEventsOf(parts, await readWho(c, parts), id),
  );
  return makeServer('sqlite', { pages });
}

beforeAll(async () => {
  dist = await makeFakeBuild();
  server = await serverWith({ HOTLINE: '+86 400-123 4567', HUMAN_HOURS: '08:30-17:30 workdays' });
});
afterAll(async () => {
  await server.close();
  await rm(dist, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  server.app.request(path, { headers });

describe('a page', () => {
  it('comes in the language and mode that were asked for, kept or preferred', async () => {
    const cases: [string, Record<string, string>, string][] = [
      ['/', {}, 'home zh-CN standard'],
      ['/', { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5' }, 'home en standard'],
      ['/', { 'accept-language': 'fr' }, 'home zh-CN standard'],
      ['/', { cookie: 'sl_display=senior.3.high; sl_lng=en' }, 'home en senior'],
      [
        '/?mode=standard&lng=zh-CN',
        { cookie: 'sl_display=senior.3.high; sl_lng=en' },
        'home zh-CN standard',
      ],
      ['/human?mode=senior', {}, 'human zh-CN senior'],
      ['/', { cookie: 'sl_display=evil"><script>; sl_lng=xx' }, 'home zh-CN standard'],
      ['/?mode=<script>&lng=../../x', {}, 'home zh-CN standard'],
    ];
    for (const [path, headers, title] of cases) {
      const answer = await get(path, headers);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain(`<h1>${title}</h1>`);
    }
  });

  it('marks a browser that has no session yet, so that its first calls are of one person', async () => {
    const mark = (await get('/')).headers.get('set-cookie') ?? '';
    expect(mark).toMatch(/^sl_visit=[\w-]{20,}; .*HttpOnly/);
    for (const cookie of ['sl_visit=known', 'sl_session=known']) {
      expect((await get('/', { cookie })).headers.get('set-cookie')).toBeNull();
    }
  });

  it('wears the text step and contrast that were kept, on the page itself and nowhere else', async () => {
    const text = await (await get('/', { cookie: 'sl_display=senior.4.high' })).text();
    expect(text).toMatch(/<html[^>]* data-text="4" data-contrast="high"/);
    expect(text).toContain('<p data-text="1">');
    const kept = await get('/?mode=senior', { cookie: 'sl_display=standard.4.high' });
    expect(kept.headers.get('set-cookie')).toContain('sl_display=senior.4.high');
    expect((await get('/')).headers.get('set-cookie')).not.toContain('sl_display');
  });

  it('names the hotline and how it is dialled', async () => {
    const text = await (await get('/')).text();
    expect(text).toContain('<a data-help="hotline" href="tel:+864001234567">+86 400-123 4567</a>');
    expect(text).toContain('data-app="test"');
    expect(text).not.toContain('__SL_');
  });

  it('says when people are there, as it is configured', async () => {
    expect(await (await get('/')).text()).toContain(
      '<p id="hours">真人在：工作日 8:30 到 17:30。</p>',
    );
    const english = await (await get('/?lng=en')).text();
    expect(english).toContain('People answer here on working days from 8:30 to 17:30.');
    expect(english).toContain('<meta name="sl-hours" content="08:30-17:30 workdays">');
  });

  it('lets no foreign or smuggled script run', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self' 'sha256-c2NyaXB0'");
    expect(policy).toContain("style-src 'self' 'sha256-c3R5bGU='");
    for (const rule of [
      "default-src 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ]) {
      expect(policy).toContain(rule);
    }
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it('travels compressed, and only when it changed', async () => {
    const plain = await (await get('/')).text();
    const br = await get('/', { 'accept-encoding': 'gzip, deflate, br' });
    expect(br.headers.get('content-encoding')).toBe('br');
    expect(brotliDecompressSync(Buffer.from(await br.arrayBuffer())).toString()).toBe(plain);
    const gz = await get('/', { 'accept-encoding': 'gzip;q=1, br;q=0' });
    expect(gunzipSync(Buffer.from(await gz.arrayBuffer())).toString()).toBe(plain);
    const etag = br.headers.get('etag') ?? '';
    expect((await get('/', { 'accept-encoding': 'br', 'if-none-match': etag })).status).toBe(304);
    expect(
      (await get('/?mode=senior', { 'accept-encoding': 'br', 'if-none-match': etag })).status,
    ).toBe(200);
    expect(br.headers.get('vary')).toContain('Cookie');
    expect(br.headers.get('cache-control')).toBe('private, no-cache');
  });

  it('that does not exist says so on a page that still has the human button', async () => {
    for (const path of [
      '/nowhere',
      '/claims/new/hospital',
      '/index.html',
      '/.vite/manifest.json',
      '/pages/pages.json',
    ]) {
      const answer = await get(path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('data-help="hotline"');
    }
    expect((await get('/claims/new/hospital/cause')).status).toBe(200);
    expect((await get('/api/nothing')).headers.get('content-type')).toContain('problem+json');
  });

  it('of the demo is not there in production', async () => {
    expect((await get('/demo/phone')).status).toBe(200);
    const production = await serverWith({
      APP_MODE: 'production',
      APP_SECRET: 'Vq3n8c1LkP0xZtY7mB5aHs9dRw2eUf6g',
      PUBLIC_URL: 'https://claims.example',
      HOTLINE: '95500',
      INSURER_URL: 'https://insurer.example',
      SMS_URL: 'https://sms.example',
      SCANNER_URL: 'tcp://scanner.example:3310',
    });
    expect((await production.app.request('/demo/phone')).status).toBe(404);
    expect((await production.app.request('/?mode=senior')).headers.get('set-cookie')).toContain(
      'Secure',
    );
    await production.close();
  });
});

describe('the files of the page', () => {
  it('are kept for good and come as the build compressed them', async () => {
    const br = await get('/assets/app-abc123.js', { 'accept-encoding': 'br' });
    expect(br.headers.get('content-encoding')).toBe('br');
    expect(br.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(br.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(brotliDecompressSync(Buffer.from(await br.arrayBuffer())).toString()).toContain(
      'export const words',
    );
    const plain = await get('/assets/app-abc123.js');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect((await get('/icon.svg')).headers.get('cache-control')).toBe('public, max-age=3600');
  });

  it('of an older build are gone plainly, and nothing else can be reached by their paths', async () => {
    expect((await get('/assets/app-older.js')).headers.get('cache-control')).toBe('no-store');
    for (const path of [
      '/assets/..%2f..%2fpages%2fpages.json',
      '/assets/../../pages/pages.json',
      '/assets/app-abc123.js.br',
      '/assets/%2e%2e/index.html',
      '/assets/app-abc123.js%00',
      '//etc/passwd',
    ]) {
      const answer = await get(path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toMatch(/scriptHashes|export const|root:/);
    }
  });
});

describe('the plain answer to the human button', () => {
  it('says the place without any script, to whom it belongs', async () => {
    const visitor = visit(server);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const asked = await visitor.call(
      'POST',
      '/api/help-requests',
      'page=%2F&mode=senior&lng=zh-CN',
      form,
    );
    expect(asked.status).toBe(303);
    const path = asked.headers.get('location') ?? '';
    expect(path).toMatch(/^\/human\/[0-9a-f-]{36}$/);
    const page = await visitor.get<string>(path);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.body).toContain('下一位就是您');
    expect(page.body).toMatch(/data-help="human-status"[^>]*>[^<]*第 1 位/);
    expect(page.body).toMatch(/href="tel:\+864001234567"/);
    expect(page.body).not.toContain('opening');
    const english = await visitor.get<string>(`${path}?lng=en`);
    expect(english.headers.get('content-language')).toBe('en');
    expect(english.body).not.toContain('下一位');
    const stranger = await visit(server).get<string>(path);
    expect(stranger.status).toBe(404);
    expect(stranger.body).not.toContain('第 1 位');
    expect((await visit(server).get('/human/%00')).status).toBe(404);
  });

  it('is a talk without any script: what was said, a form to say more, and a way to look again', async () => {
    const visitor = visit(server);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const send = (path: string, body: string) => visitor.call('POST', path, body, form);
    const path = (await send('/api/help-requests', 'page=%2F')).headers.get('location') ?? '';
    const id = path.split('/').pop() ?? '';
    const page = async (query = '') => (await visitor.get<string>(`${path}${query}`)).body;
    const before = await page();
    expect(before).toContain('还没有说过话');
    const clientId = /name="clientId" value="([^"]+)"/.exec(before)?.[1] ?? '';
    const words = encodeURIComponent('<b>发票</b>\r\n在哪里拍？');
    const to = `/api/conversations/${id}/messages`;
    for (let tries = 0; tries < 2; tries += 1) {
      const said = await send(to, `clientId=${clientId}&text=${words}`);
      expect(said.status).toBe(303);
      expect(said.headers.get('location')).toMatch(/^\/human\/[0-9a-f-]{36}\?at=\d+#talk-plain$/);
    }
    const agent = await agentOf(server, 'agent1', 8);
    await takeThis(agent, id);
    await say(agent, id, '在家里拍就行。');
    const after = await page();
    expect(after.split('&lt;b&gt;发票&lt;/b&gt;<br>在哪里拍？')).toHaveLength(2);
    expect(after).toMatch(/客服<\/strong>[^]*在家里拍就行。/);
    expect(after).toMatch(/href="\/human\/[0-9a-f-]{36}\?at=\d+#talk-plain"/);
    expect(after).not.toContain('http-equiv="refresh"');

    const empty = await send(to, `clientId=${clientId}x&text=+`);
    expect(empty.headers.get('location')).toContain('said=failed');
    expect(await page('?said=failed')).toContain('没有发出去');
    expect((await visit(server).callWith('POST', to, 'text=x', form)).status).toBe(404);
    expect((await visit(server).get<string>(path)).body).not.toContain('在家里拍');
    await agent.post(`/api/conversations/${id}/close?as=staff`);
    const closed = await page();
    expect(closed).toContain('在家里拍就行。');
    expect(closed).not.toContain(`action="${to}"`);
  });

  it('takes a telephone number without any script, and says when it was not one', async () => {
    const visitor = visit(server);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const send = (path: string, body: string) => visitor.call('POST', path, body, form);
    const asked = await send('/api/help-requests', 'page=%2F&mode=senior&lng=zh-CN');
    const path = asked.headers.get('location') ?? '';
    const before = await visitor.get<string>(path);
    expect(before.body).toContain('action="/api/callbacks"');
    expect(before.body).toContain('工作日 8:30 到 17:30');
    const page = encodeURIComponent(path);
    const wrong = await send('/api/callbacks', `page=${page}&phone=12`);
    expect(wrong.status).toBe(303);
    expect(wrong.headers.get('location')).toBe(`${path}?call=failed`);
    const told = await visitor.get<string>(`${path}?call=failed`);
    expect(told.body).toContain('没有办成');
    const right = await send('/api/callbacks', `page=${page}&phone=139+0000+1234`);
    expect(right.headers.get('location')).toBe(path);
    const after = await visitor.get<string>(path);
    expect(after.body).toContain('139****1234');
    expect(after.body).not.toContain('action="/api/callbacks"');
  });
});

describe('a browser', () => {
  it('gets brotli before gzip, and neither when it takes neither', () => {
    expect(chooseEncoding('gzip, deflate, br')).toBe('br');
    expect(chooseEncoding('gzip;q=1.0, br;q=0')).toBe('gzip');
    expect(chooseEncoding('*')).toBe('br');
    expect(chooseEncoding('identity')).toBe('identity');
    expect(chooseEncoding(undefined)).toBe('identity');
  });

  it('is not served where nothing was built', async () => {
    const config = readConfig({ APP_MODE: 'test', DIST_DIR: '/nowhere' });
    await expect(createPages(config, () => Promise.resolve(undefined))).rejects.toThrow('build');
  });
});
