import type { Parts } from '../../parts.ts';
import type { DocumentTable } from '../../store/schema.ts';

export type PictureSize = 'full' | 'thumb';

/** Key in object storage and place for the seal of one picture of a document. */
export function documentObject(
  id: string,
  size: PictureSize,
  page = 1,
  quarters = 0,
): { key: string; place: string } {
  const name = `${size}${page > 1 ? `-p${page}` : ''}${quarters > 0 ? `-q${quarters}` : ''}`;
  return { key: `document/${id}/${name}`, place: `document.${name}.${id}` };
}

/** Pages of a document; one unless it was a PDF. */
export const pagesOf = (row: Pick<DocumentTable, 'pages'>): number => row.pages ?? 1;

async function openObject(
  parts: Parts,
  ...picture: Parameters<typeof documentObject>
): Promise<Uint8Array | undefined> {
  const { key, place } = documentObject(...picture);
  const sealed = await parts.objects.get(key);
  return sealed && parts.seal.openBytes(place, sealed);
}

/**
 * A picture as its owner turned it. What came stays as it came: a turned one is made of it when it is first wanted, so
 * that four turns cost no sharpness, and whoever dies over it leaves nothing half.
 * @returns nothing when storage has no such picture
 * @throws CleanerError, ObjectStoreError: ask again
 */
export async function openPicture(
  parts: Parts,
  row: Pick<DocumentTable, 'id' | 'quarters'>,
  size: PictureSize,
  page = 1,
): Promise<Uint8Array | undefined> {
  const quarters = row.quarters ?? 0;
  const found = await openObject(parts, row.id, size, page, quarters);
  if (found || quarters === 0) return found;
  const asItCame = await openObject(parts, row.id, 'full', page);
  if (!asItCame) return undefined;
  const turned = await parts.photos.turn(asItCame, quarters);
  for (const one of ['full', 'thumb'] as const) {
    const { key, place } = documentObject(row.id, one, page, quarters);
    await parts.objects.put(key, parts.seal.sealBytes(place, turned[one]));
  }
  return turned[size];
}

/** Takes away all pictures of a document, whatever pages and turns it has. @throws ObjectStoreError */
export async function dropPictures(parts: Parts, id: string): Promise<void> {
  for (const key of await parts.objects.list(`document/${id}/`)) await parts.objects.delete(key);
}
