import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getCookie, setCookie } from 'hono/cookie';
import type { HelpRequest } from '#domain/api/help.ts';
import type { StreamEvent } from '#domain/handoff/events.ts';
import type { LinkState } from '#domain/api/link.ts';
import {
  defaultDisplay,
  DISPLAY_KEY,
  LANGUAGE_KEY,
  readDisplay,
  writeDisplay,
  type DisplayChoice,
  type DisplayMode,
} from '#domain/senior/display.ts';
import type { Config } from '../config.ts';
import type { AppContext } from '../http/context.ts';
import { markVisit } from '../http/sessions.ts';
import type { Pages, Parts } from '../parts.ts';
import { readLink } from '../services/display-links.ts';
import { answerPage } from './answer-page.ts';
import { Assets } from './assets.ts';
import { chooseEncoding } from './encoding.ts';
import { compress, PageFiles, type PageName, type PageVariant } from './page-files.ts';

/** Finds a visitor's own help request; nothing when there is none or it is somebody else's. */
export type FindHelp = (
  c: AppContext,
  parts: Parts,
  conversationId: string,
) => Promise<HelpRequest | undefined>;

/** Finds the end of what was said in a visitor's own conversation; nothing where it is not theirs. */
export type FindTalk = (
  c: AppContext,
  parts: Parts,
  conversationId: string,
) => Promise<readonly StreamEvent[]>;

interface BuiltRoute {
  path: string;
  audience: 'customer' | 'staff' | 'demo';
}

const YEAR_SECONDS = 365 * 24 * 3600;
/** Served in the place of the service worker where an insurer does not want one: it removes itself and all it kept. */
const NO_WORKER = `self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(
  caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))
    .then(() => self.registration.unregister())));
`;
const CONVERSATION = /^\/human\/([^/]+)$/;

function patternOf(path: string): RegExp {
  const source = path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:[^/]+/g, '[^/]+');
  return new RegExp(`^${source}$`);
}

/** How a page is to look, and why. */
interface Wanted {
  display: DisplayChoice;
  /** The mode that the address itself chose: kept. */
  chosen?: DisplayMode;
  link?: LinkState;
}

const isMode = (mode: string): mode is DisplayMode => mode === 'senior' || mode === 'standard';

/**
 * The visitor's display: chosen in the address, kept, suggested by a signed link, or as it comes. An address that asks
 * for both modes, by itself or together with a link, has asked for neither.
 */
function readWanted(c: AppContext, parts: Parts): Wanted {
  const kept = readDisplay(getCookie(c, DISPLAY_KEY));
  const display = kept ?? defaultDisplay;
  const { m, k, e, sig } = c.req.query();
  const link = readLink(parts, { m, k, e, sig });
  const asked = new Set((c.req.queries('mode') ?? []).filter(isMode));
  const all = link && link !== 'expired' ? new Set(asked).add('senior') : asked;
  if (all.size > 1) return { display };
  const [chosen] = asked;
  if (chosen) return { display: { ...display, mode: chosen }, chosen, link };
  const isSuggested = link !== undefined && link !== 'expired' && !kept;
  return { display: isSuggested ? { ...display, mode: 'senior' } : display, link };
}

/** A choice in the address is kept; a link only suggests. The page's own script reads and writes the same cookies. */
function keepChoices(c: AppContext, { display, chosen }: Wanted, isSecure: boolean): void {
  const options = { path: '/', maxAge: YEAR_SECONDS, sameSite: 'Lax' as const, secure: isSecure };
  const lng = c.req.query('lng');
  if (chosen) setCookie(c, DISPLAY_KEY, writeDisplay(display), options);
  if (lng === 'zh-CN' || lng === 'en') setCookie(c, LANGUAGE_KEY, lng, options);
}

/** The build: named, around the server's own bundle (dist/server), or beside the source that runs as it is. */
function distFolder(config: Pick<Config, 'distDir'>): string {
  if (config.distDir) return config.distDir;
  for (let here = dirname(fileURLToPath(import.meta.url)); ; here = dirname(here)) {
    const found = [here, join(here, 'dist')].find((folder) =>
      existsSync(join(folder, 'pages', 'pages.json')),
    );
    if (found) return found;
    if (dirname(here) === here) return here;
  }
}

/**
 * Reads the build once and serves it from memory and by name.
 * @throws Error that says to build first, when there is no build
 */
export async function createPages(
  config: Config,
  findHelp: FindHelp,
  findTalk: FindTalk = () => Promise.resolve([]),
): Promise<Pages> {
  const dist = distFolder(config);
  const [assets, files, routes] = await Promise.all([
    Assets.load(join(dist, 'client')),
    PageFiles.load(join(dist, 'pages'), config),
    readFile(join(dist, 'routes.json'), 'utf8').then((text) => JSON.parse(text) as BuiltRoute[]),
  ]).catch((cause: unknown) => {
    throw new Error('The pages are not built: run the build first (npm start does).', { cause });
  });
  const known = routes
    .filter((route) => route.audience !== 'demo' || config.appMode !== 'production')
    .map((route) => patternOf(route.path));
  const isSecure = config.publicUrl?.startsWith('https:') ?? false;

  const send = async (
    c: AppContext,
    variant: PageVariant,
    status: 200 | 404,
  ): Promise<Response> => {
    const encoding = chooseEncoding(c.req.header('accept-encoding'));
    const { bytes, etag } = await files.ready(variant, encoding);
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-language': variant.lng,
      // Asked again each time, since the choice of page is in the cookies; the body travels only when it changed.
      'cache-control': 'private, no-cache',
      vary: 'Accept-Encoding, Accept-Language, Cookie',
      etag,
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    };
    if (status === 200 && c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
    return c.body(new Uint8Array(bytes), status, {
      ...headers,
      'content-length': String(bytes.byteLength),
    });
  };

  const sendConversation = async (
    c: AppContext,
    parts: Parts,
    variant: PageVariant,
    id: string,
  ): Promise<Response> => {
    const request = await findHelp(c, parts, id);
    const { lng, mode } = variant;
    const html = answerPage(files.html(variant), {
      lng,
      mode,
      hotline: config.hotline,
      humanHours: config.humanHours,
      request,
      hasCallFailed: c.req.query('call') === 'failed',
      talk: {
        events: request ? await findTalk(c, parts, id) : [],
        hasSayFailed: c.req.query('said') === 'failed',
        clientId: parts.ids.id(),
        now: parts.clock.now(),
      },
    });
    const encoding = chooseEncoding(c.req.header('accept-encoding'));
    const bytes = await compress(Buffer.from(html, 'utf8'), encoding === 'br' ? 'gzip' : encoding);
    return c.body(new Uint8Array(bytes), request ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      'content-language': lng,
      'cache-control': 'no-store',
      vary: 'Accept-Encoding, Accept-Language, Cookie',
      ...(encoding === 'identity' ? {} : { 'content-encoding': 'gzip' }),
    });
  };

  return {
    scriptHashes: files.hashes.scriptHashes,
    styleHashes: files.hashes.styleHashes,
    async answer(c, parts) {
      const { path } = c.req;
      if (path === '/api' || path.startsWith('/api/')) return undefined;
      if (path === '/sw.js' && config.hasNoOfflinePages) {
        return c.body(NO_WORKER, 200, {
          'content-type': 'text/javascript; charset=utf-8',
          'cache-control': 'no-cache',
        });
      }
      if (assets.isAssetPath(path)) return assets.answer(c);
      const wanted = readWanted(c, parts);
      const name: PageName = path === '/' ? 'home' : path === '/human' ? 'human' : 'shell';
      const variant: PageVariant = {
        ...wanted.display,
        name,
        lng: c.get('lng'),
        link: wanted.link,
      };
      keepChoices(c, wanted, isSecure);
      markVisit(c, parts);
      const conversation = CONVERSATION.exec(path)?.[1];
      if (conversation) return sendConversation(c, parts, variant, conversation);
      return send(c, variant, known.some((pattern) => pattern.test(path)) ? 200 : 404);
    },
  };
}
