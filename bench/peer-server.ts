import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

interface Asset {
  type: string;
  bytes: Buffer;
}

/** The files of a built page, compressed as ours are: brotli at its best, once, before the first request. */
export function assetsOf(folder: string): Map<string, Asset> {
  const assets = new Map<string, Asset>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, file);
    const type = TYPES[extname(file)];
    if (!type || !statSync(path).isFile()) continue;
    assets.set(file === 'index.html' ? '/' : `/${file}`, asset(readFileSync(path), type));
  }
  return assets;
}

/** One answer of a given type, compressed. */
export function asset(text: Buffer | string, type = TYPES['.html'] as string): Asset {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return { type, bytes: brotliCompressSync(text, { params }) };
}

async function drain(request: IncomingMessage): Promise<void> {
  for await (const _chunk of request) continue;
}

/**
 * Serves a peer's page, equal to our own server in what a browser feels: brotli, immutable assets, keep-alive; a request
 * for a person is answered 201 to a script and 303 to a plain form.
 * @param answerPage the page that follows the plain form
 */
export async function servePeer(
  assets: Map<string, Asset>,
  answerPage?: (position: number) => string,
): Promise<{ url: string; close: () => Promise<void> }> {
  let asked = 0;
  const send = (response: ServerResponse, { type, bytes }: Asset, isPage: boolean) => {
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Encoding': 'br',
      'Content-Length': bytes.length,
      'Cache-Control': isPage ? 'no-cache' : 'public, max-age=31536000, immutable',
    });
    response.end(bytes);
  };
  const server: Server = createServer((request, response) => {
    void (async () => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      if (request.method === 'POST' && path === '/api/help-requests') {
        await drain(request);
        asked += 1;
        if (request.headers['content-type']?.startsWith('application/json')) {
          response.writeHead(201, { 'Content-Type': 'application/json' });
          response.end(
            JSON.stringify({
              conversationId: String(asked),
              state: 'waiting',
              position: asked,
              waitSeconds: null,
            }),
          );
        } else response.writeHead(303, { Location: `/human/${asked}` }).end();
        return;
      }
      const found = assets.get(path);
      if (found) return send(response, found, path === '/');
      if (answerPage && path.startsWith('/human/'))
        return send(response, asset(answerPage(asked)), true);
      response.writeHead(404).end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
