import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, minifySync, type Plugin } from 'vite';

// Chrome 86 is WeChat's Android engine of early 2022, Safari 14 the oldest iOS worth serving (wechat.md §2).
const target = ['es2020', 'chrome86', 'safari14'];

/** Puts the one inline script into the page: its hash goes into the CSP (scripts/build.mjs). */
function inlineScript(): Plugin {
  return {
    name: 'inline-script',
    transformIndexHtml(html, { server }) {
      const source = readFileSync(new URL('src/app/shell/inline.js', import.meta.url), 'utf8');
      const { code } = minifySync('inline.js', source, { compress: { target: 'chrome86' } });
      const page = html.replace('<!--inline-->', () => `<script>${code.trim()}</script>`);
      // With hot reload no server of ours puts in what is known only when it runs.
      return server
        ? page.replace('__SL_HOTLINE__', '95500').replace('__SL_APP_MODE__', 'demo')
        : page;
    },
  };
}

/** Puts our own loader in the place of Vite's: it takes turns (src/platform/ahead/load-module.ts). */
function takeTurns(): Plugin {
  const loader = fileURLToPath(new URL('src/platform/ahead/load-module.ts', import.meta.url));
  return {
    name: 'take-turns',
    apply: 'build',
    enforce: 'pre',
    load: (id) =>
      id === '\0vite/preload-helper.js'
        ? `export { loadModule as __vitePreload } from ${JSON.stringify(loader)};`
        : null,
  };
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    react(),
    inlineScript(),
    ...(isSsrBuild ? [] : [takeTurns()]),
    // react-aria carries the words of some thirty languages; ours are two.
    { ...optimizeLocales.vite({ locales: ['zh-CN', 'en-US'] }), enforce: 'pre' as const },
  ],
  server: { proxy: { '/api': process.env.SL_DEV_API ?? 'http://127.0.0.1:8081' } },
  publicDir: isSsrBuild ? false : 'public',
  build: {
    target: isSsrBuild ? 'node20' : target,
    manifest: !isSsrBuild,
    sourcemap: isSsrBuild ? true : 'hidden',
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // What only staff open finds its own files: their names would stand in everybody's first load.
      resolveDependencies: (file, files) => (/\/(staff|demo)-/.test(file) ? [] : files),
    },
    // What the first page needs is one file: it packs smaller than eight and takes one request.
    rolldownOptions: isSsrBuild
      ? {}
      : { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
  },
  ssr: { noExternal: isSsrBuild ? [/^react-aria/, /^@react-aria/] : [] },
}));
