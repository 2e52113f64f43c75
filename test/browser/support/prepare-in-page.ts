import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { PhotoAdvice, PhotoSubject } from '#domain/photo/types.ts';
import type { preparePhoto } from '#platform/photo/prepare-photo.ts';

const assets = join(import.meta.dirname, '../../../dist/client/assets');

interface PreparePart {
  preparePhoto: typeof preparePhoto;
}

/** Where a built part of the client lies, by its name without the hash. @throws Error where the build has none */
export function builtPart(name: string): string {
  const found = readdirSync(assets).find(
    (file) => file.startsWith(`${name}-`) && file.endsWith('.js'),
  );
  if (!found) throw new Error(`the build has no ${name}`);
  return `/assets/${found}`;
}

export interface PreparedInPage {
  bytes: Buffer;
  type: string;
  width: number;
  height: number;
  advice: PhotoAdvice | null;
  /** What `onAdvice` was told, in order. */
  told: PhotoAdvice[];
  hash: string;
}

interface Wanted {
  turns?: 0 | 1 | 2 | 3;
  subject?: PhotoSubject;
  type?: string;
}

/** Has the built client make a photo ready, in the page that is open, under its policy. */
export async function prepareInPage(
  page: Page,
  photo: Buffer,
  { type = 'image/jpeg', ...options }: Wanted = {},
): Promise<PreparedInPage> {
  const { base64, ...rest } = await page.evaluate(
    async ({ part, photo, type, options }) => {
      const { preparePhoto } = (await import(part)) as PreparePart;
      const bytes = Uint8Array.from(atob(photo), (letter) => letter.charCodeAt(0));
      const told: PhotoAdvice[] = [];
      const { file, width, height, advice, hash } = await preparePhoto(
        new File([bytes], 'IMG_1.jpg', { type }),
        { ...options, onAdvice: (one) => told.push(one) },
      );
      const base64 = await new Promise<string>((resolve) => {
        const reader = new FileReader();
        reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
        reader.readAsDataURL(file);
      });
      return { base64, type: file.type, width, height, advice, told, hash };
    },
    { part: builtPart('prepare-photo'), photo: photo.toString('base64'), type, options },
  );
  return { ...rest, bytes: Buffer.from(base64, 'base64') };
}
