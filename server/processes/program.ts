import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What a process of our own runs. */
export interface Program {
  path: string;
  /** Options of Node for it. */
  execArgv: readonly string[];
}

/**
 * Finds a process's program: in the build it lies beside the server's; from source it is TypeScript and tsx reads it.
 * @param built its name in the build, `photo-worker.js`
 * @param source its path from this folder's parent, `services/photos/worker.ts`
 */
export function findProgram(built: string, source: string): Program {
  const here = dirname(fileURLToPath(import.meta.url));
  // The bundler may put this module into a chunk in a folder of its own.
  const path = [here, dirname(here)]
    .map((folder) => join(folder, built))
    .find((one) => existsSync(one));
  if (path) return { path, execArgv: [] };
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return { path: join(dirname(here), source), execArgv: ['--import', tsx] };
}
