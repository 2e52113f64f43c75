/*
 * Opens the pages of a claim again without a signal. It keeps files whose names change with their content, and one page
 * without anybody's data; of the API it keeps nothing and touches nothing.
 */
'use strict';

const CACHE = 'silverlane-pages';
/** Under this name the page is kept that every address of the claim is sent. */
const SHELL = '/kept-page';
/** How long a page may take before the kept one is shown, ms. */
const PATIENCE_MS = 4000;
/** A file of an older build may be wanted by a tab that is still open: kept for so long, ms. */
const OLD_MS = 30 * 24 * 3600 * 1000;

const anyVersion = { ignoreVary: true };

/** Pages of customers: no API, no staff, no file. */
const isPage = (path) =>
  !/^\/(api|staff|demo|assets|healthz|readyz|metrics)(\/|$)|\.\w+$/.test(path);

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  if (event.data && event.data.kind === 'keep') {
    // A failure leaves what was kept before as it is: the next page tries again.
    event.waitUntil(keep(event.data).catch(() => undefined));
  }
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (isPage(url.pathname)) event.respondWith(page(request));
  } else if (url.pathname.startsWith('/assets/') && !request.headers.has('range')) {
    event.respondWith(file(request));
  }
});

/** The server's page; the kept one when no answer comes, or only a gateway's. */
async function page(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(SHELL, anyVersion);
  if (!kept) return fetch(request);
  const answer = fetch(request).catch(() => undefined);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  const first = await Promise.race([answer, late]);
  return first && first.status < 500 ? first : kept;
}

async function file(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request.url, anyVersion);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.status === 200 && answer.type === 'basic') {
    // No room: then it is not kept, and works all the same.
    cache.put(request.url, answer.clone()).catch(() => undefined);
  }
  return answer;
}

/** Keeps the page and all that it has loaded: first every file, last the page, so that it never wants what is not here. */
async function keep({ assets, path }) {
  const cache = await caches.open(CACHE);
  const answer = await fetch(path, { credentials: 'same-origin', cache: 'no-cache' });
  if (!answer.ok || answer.redirected) return;
  const html = await answer.clone().text();
  const named = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1]);
  const wanted = new Set([...named, ...assets]);
  for (const url of wanted) {
    if (!(await cache.match(url, anyVersion))) await cache.add(url);
  }
  await cache.put(SHELL, answer);
  await forgetOld(cache, wanted);
}

/** By the server's clock, as its answers say: a phone's may be a year off. */
async function forgetOld(cache, wanted) {
  const now = dateOf(await cache.match(SHELL, anyVersion));
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname === SHELL || wanted.has(pathname)) continue;
    if (now - dateOf(await cache.match(request, anyVersion)) > OLD_MS) await cache.delete(request);
  }
}

function dateOf(answer) {
  return Date.parse((answer && answer.headers.get('date')) || '') || 0;
}
