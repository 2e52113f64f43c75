import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const script = 'document.documentElement.dataset.rendered="1";';

function page(name: string, lng: string, mode: string): string {
  const main =
    name === 'shell' ? '<!--main--><p>opening</p><!--/main-->' : `<h1>${name} ${lng} ${mode}</h1>`;
  return `<!doctype html>
<html lang="${lng}" data-mode="${mode}" data-text="1" data-contrast="normal" data-app="__SL_APP_MODE__" data-page="${name}">
<head><meta name="sl-hotline" content="__SL_HOTLINE__"><meta name="sl-hours" content="__SL_HOURS__"><title>${name}</title><script>${script}</script></head>
<body><main>${main}</main><p id="hours">__SL_HOURS_SAID__</p><div role="status" data-help="human-status" class="x"></div>
<a data-help="hotline" href="tel:__SL_HOTLINE__">__SL_HOTLINE__</a><p data-text="1">${'words '.repeat(300)}</p></body></html>`;
}

/** A build as `scripts/build.mjs` leaves it, small enough to read: for tests of the server that need no browser. */
export async function makeFakeBuild(): Promise<string> {
  const dist = await mkdtemp(join(tmpdir(), 'sl-dist-'));
  await mkdir(join(dist, 'pages'));
  await mkdir(join(dist, 'client', 'assets'), { recursive: true });
  await mkdir(join(dist, 'client', '.vite'), { recursive: true });
  for (const name of ['home', 'human', 'shell']) {
    for (const lng of ['zh-CN', 'en']) {
      for (const mode of ['standard', 'senior']) {
        await writeFile(join(dist, 'pages', `${name}.${lng}.${mode}.html`), page(name, lng, mode));
      }
    }
  }
  const hashes = { scriptHashes: ['sha256-c2NyaXB0'], styleHashes: ['sha256-c3R5bGU='] };
  await writeFile(join(dist, 'pages', 'pages.json'), JSON.stringify(hashes));
  const routes = [
    { path: '/', audience: 'customer' },
    { path: '/human', audience: 'customer' },
    { path: '/human/:conversationId', audience: 'customer' },
    { path: '/claims/new/:flow/:step', audience: 'customer' },
    { path: '/staff', audience: 'staff' },
    { path: '/demo/phone', audience: 'demo' },
  ];
  await writeFile(join(dist, 'routes.json'), JSON.stringify(routes));
  const code = `export const words = ${JSON.stringify('x'.repeat(2000))};`;
  const asset = join(dist, 'client', 'assets', 'app-abc123.js');
  await writeFile(asset, code);
  await writeFile(`${asset}.br`, brotliCompressSync(code));
  await writeFile(`${asset}.gz`, gzipSync(code));
  await writeFile(join(dist, 'client', 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(dist, 'client', 'index.html'), 'template');
  await writeFile(join(dist, 'client', '.vite', 'manifest.json'), '{}');
  return dist;
}
