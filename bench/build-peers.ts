import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { PageWords } from './page-words.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The libraries that our home page is measured against, each as its own documentation starts. */
export const peers = ['antd-mobile', 'react-aria'] as const;
export type Peer = (typeof peers)[number];

/**
 * Builds a peer's page with the same words and for the same browsers as ours.
 * @returns the folder that it is served from
 */
export async function buildPeer(peer: Peer, words: PageWords): Promise<string> {
  const outDir = `${here}.work/${peer}`;
  await build({
    configFile: false,
    root: `${here}peers/${peer}`,
    logLevel: 'warn',
    plugins: [react()],
    define: { __WORDS__: JSON.stringify(words) },
    build: {
      outDir,
      emptyOutDir: true,
      target: ['es2020', 'chrome86', 'safari14'],
      modulePreload: { polyfill: false },
    },
  });
  return outDir;
}
