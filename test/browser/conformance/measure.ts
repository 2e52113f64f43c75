import { join } from 'node:path';
import { build } from 'vite';
import type { Page } from '@playwright/test';
import type { Conformance } from './page/index.ts';

let code: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'page/index.ts'), formats: ['iife'], name: '_c' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('the measures were not built');
  return output.output[0].code;
}

/** Gives the page that is open the measures. They come by the debugger, so it keeps its Content-Security-Policy. */
export async function bringMeasures(page: Page): Promise<void> {
  code ??= bundle();
  await page.evaluate(await code);
}

/** Calls one measure in the page. */
export function inPage<Name extends keyof Conformance>(
  page: Page,
  name: Name,
  ...args: Parameters<Conformance[Name]>
): Promise<Awaited<ReturnType<Conformance[Name]>>> {
  return page.evaluate(
    ([called, given]) => {
      const { conformance } = globalThis as unknown as {
        conformance: Record<string, (...all: unknown[]) => unknown>;
      };
      return conformance[called]?.(...given);
    },
    [name, args] as const,
  ) as Promise<Awaited<ReturnType<Conformance[Name]>>>;
}
