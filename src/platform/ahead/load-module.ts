import { inTurn } from './line.ts';

const onTheirWay = new Map<string, Promise<void>>();

/** Old Safari knows only the older word. */
const scriptRel = () =>
  document.createElement('link').relList.supports('modulepreload') ? 'modulepreload' : 'preload';

/** Puts a file into the page's head and waits for it. A style that does not come is an error, a script is asked for again. */
function bring(file: string): Promise<void> {
  const known = onTheirWay.get(file);
  if (known) return known;
  const isStyle = file.endsWith('.css');
  // The page came with it.
  if (isStyle && document.querySelector(`style[data-holds~="${file}"]`)) return Promise.resolve();
  const came = inTurn(
    () =>
      new Promise<void>((resolve, reject) => {
        const link = document.createElement('link');
        link.rel = isStyle ? 'stylesheet' : scriptRel();
        if (!isStyle) link.as = 'script';
        link.crossOrigin = '';
        link.href = `/${file}`;
        link.onload = () => resolve();
        link.onerror = () => {
          onTheirWay.delete(file);
          link.remove();
          if (isStyle) reject(new Error(file));
          else resolve();
        };
        document.head.append(link);
      }),
  );
  onTheirWay.set(file, came);
  return came;
}

/**
 * Stands in the build for what Vite writes around `import()` (vite.config.ts): the same, but the files take turns, so
 * that one connection stays free.
 * @param files what the module needs, styles too, relative to the address of the site
 * @throws the network's error
 */
export async function loadModule<T>(load: () => Promise<T>, files?: string[]): Promise<T> {
  if (!files?.length) return inTurn(load);
  await Promise.all(files.map(bring));
  return load();
}
