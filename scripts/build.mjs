// Builds everything into dist/: the browser's code, the prerendered pages, the route list and the server.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'vite';
import { aheadLists } from './lib/ahead.mjs';

const dist = join(import.meta.dirname, '..', 'dist');
const languages = ['zh-CN', 'en'];
const modes = ['standard', 'senior'];
const logLevel = 'warn';

const hashOf = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

async function buildServerCode() {
  const shared = { target: 'node20', emptyOutDir: true };
  await build({
    logLevel,
    build: { ...shared, ssr: 'src/app/shell/prerender.tsx', outDir: 'dist/prerender' },
  });
  // Strangers' photos are opened, and papers read, in processes of their own, which are programs of their own.
  const input = {
    main: 'server/main.ts',
    'photo-worker': 'server/services/photos/worker.ts',
    'reader-worker': 'server/adapters/reader/worker.ts',
  };
  await build({
    logLevel,
    build: { ...shared, ssr: true, outDir: 'dist/server', rolldownOptions: { input } },
  });
}

/** The scripts that a page needs at once, so that they are fetched side by side and not one after the other. */
function preloadsOf(manifest, lng, words) {
  const files = new Set();
  const add = (key) => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`the build has no ${key}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const imported of chunk.imports ?? []) add(imported);
  };
  add('index.html');
  for (const ns of words) add(`locales/${lng}/${ns}.json`);
  return [...files];
}

function cssOf(manifest, keys) {
  const css = new Set();
  const seen = new Set();
  const add = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    for (const imported of manifest[key].imports ?? []) add(imported);
    for (const file of manifest[key].css ?? []) css.add(file);
  };
  for (const key of keys) add(key);
  return [...css];
}

async function prerender() {
  const client = join(dist, 'client');
  const template = await readFile(join(client, 'index.html'), 'utf8');
  const manifest = JSON.parse(await readFile(join(client, '.vite/manifest.json'), 'utf8'));
  const { prerendered, renderPage, routes } = await import(
    pathToFileURL(join(dist, 'prerender/prerender.js')).href
  );
  const out = join(dist, 'pages');
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const scriptHashes = new Set();
  const styleHashes = new Set();
  for (const { name, path } of prerendered) {
    const cssFiles = cssOf(manifest, ['index.html']);
    const css = (await Promise.all(cssFiles.map((f) => readFile(join(client, f), 'utf8')))).join(
      '',
    );
    styleHashes.add(hashOf(css));
    const ownWords = routes.find((r) => r.path === path)?.words ?? [];
    for (const lng of languages) {
      for (const mode of modes) {
        const { html, title } = await renderPage(path, lng, mode);
        const preloads = preloadsOf(manifest, lng, ['common', ...ownWords]);
        const entry = manifest['index.html'].file;
        const links = preloads
          .filter((file) => file !== entry)
          .map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`)
          .join('');
        const marked = html
          .replace(/(<main[^>]*>)/, '$1<!--main-->')
          .replace('</main>', '<!--/main--></main>');
        const page = template
          .replace(/<link rel="(?:stylesheet|modulepreload)"[^>]*>\s*/g, '')
          .replace('lang="zh-CN"', `lang="${lng}"`)
          .replace('data-mode="standard"', `data-mode="${mode}"`)
          .replace('data-page="shell"', `data-page="${path || 'shell'}"`)
          .replace(/<title>.*<\/title>/, () => `<title>${title}</title>`)
          // With this id on the page react-aria adds no style element of its own, which the CSP would refuse
          // (its usePress; the one rule in it stands in ui/styles/base.css). What it holds is not fetched once more
          // (load-module.ts): it would come last and overrule what a page brought.
          .replace(
            '</head>',
            () =>
              `<style id="react-aria-pressable-style" data-holds="${cssFiles.join(' ')}">${css}</style>${links}</head>`,
          )
          .replace('<!--app-->', () => (name === 'shell' ? marked : html));
        for (const [, code] of page.matchAll(/<script>([\s\S]*?)<\/script>/g)) {
          scriptHashes.add(hashOf(code));
        }
        await writeFile(join(out, `${name}.${lng}.${mode}.html`), page);
      }
    }
  }
  const hashes = { scriptHashes: [...scriptHashes], styleHashes: [...styleHashes] };
  await writeFile(join(out, 'pages.json'), `${JSON.stringify(hashes, null, 2)}\n`);
  // Beside the entry and named like it, so that the two are always of one build.
  const lists = join(client, manifest['index.html'].file.replace(/\.js$/, '.json'));
  await writeFile(lists, JSON.stringify(aheadLists(manifest)));
  const list = routes.map(({ path, audience, titleKey }) => ({ path, audience, titleKey }));
  await writeFile(join(dist, 'routes.json'), `${JSON.stringify(list, null, 2)}\n`);
}

/** Compresses each asset once, as small as it goes: the server only picks a file. */
async function compress() {
  const client = join(dist, 'client');
  const files = await readdir(client, { recursive: true });
  const br = promisify(brotliCompress);
  const gz = promisify(gzip);
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  for (const file of files.filter((f) => /\.(js|css|svg|json|html|txt)$/.test(f))) {
    const path = join(client, file);
    const bytes = await readFile(path);
    await writeFile(`${path}.br`, await br(bytes, options));
    await writeFile(`${path}.gz`, await gz(bytes, { level: 9 }));
  }
}

await build({ logLevel, build: { outDir: 'dist/client', emptyOutDir: true } });
await buildServerCode();
await prerender();
await compress();
