import { useEffect, useRef, useState } from 'react';
import type { Photo } from './photo.ts';

/** How many pages each PDF has, by key, as far as it can be told; what counts them is loaded with the first PDF. */
export function usePdfPages(photos: readonly Photo[]): Readonly<Record<string, number>> {
  const [pages, setPages] = useState<Readonly<Record<string, number>>>({});
  const asked = useRef(new Set<string>());
  useEffect(() => {
    for (const { kind, file, key } of photos) {
      if (kind !== 'pdf' || !file || asked.current.has(key)) continue;
      asked.current.add(key);
      import('#platform/pdf/count-pages.ts')
        .then(({ countPdfPages }) => countPdfPages(file))
        .then((count) => {
          if (count) setPages((all) => ({ ...all, [key]: count }));
        })
        // A sheet without its number is a sheet still.
        .catch(() => undefined);
    }
  }, [photos]);
  return pages;
}
