import { fileTypeFromBuffer } from 'file-type';

export type PhotoKind = 'jpeg' | 'png' | 'webp' | 'heic' | 'avif' | 'pdf';

const kinds: Readonly<Record<string, PhotoKind>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'image/heic-sequence': 'heic',
  'image/heif-sequence': 'heic',
  'image/avif': 'avif',
  'application/pdf': 'pdf',
};

/**
 * What a file is by its content; its name and the type that the browser claims are never looked at. Nothing means: not
 * a photo that we take; SVG is none, it may hold scripts.
 */
export async function sniffPhoto(bytes: Uint8Array): Promise<PhotoKind | undefined> {
  try {
    const found = await fileTypeFromBuffer(bytes);
    return found && kinds[found.mime];
  } catch {
    // A file crafted to trip the sniffer is no photo either.
    return undefined;
  }
}
