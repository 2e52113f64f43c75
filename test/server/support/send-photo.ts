import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Draft, DraftDocument } from '#domain/api/draft.ts';
import { visit, type Reply, type Visitor } from './customer.ts';
import type { TestServer } from './harness.ts';

export const TUS = { 'tus-resumable': '1.0.0' };

/** tus metadata: keys with their values in base64. */
export function metadata(facts: Readonly<Record<string, string>>): string {
  return Object.entries(facts)
    .map(([key, value]) => `${key} ${Buffer.from(value, 'utf8').toString('base64')}`)
    .join(',');
}

export interface PhotoFacts {
  draftId: string;
  field?: string;
  filename?: string;
  filetype?: string;
}

/** Asks for a place to send a file of so many bytes to. */
export function beginPhoto(
  visitor: Visitor,
  facts: PhotoFacts,
  bytes: number | string,
): Promise<Reply> {
  const all = {
    field: 'invoicePhotos',
    filename: 'IMG_0001.jpg',
    filetype: 'image/jpeg',
    ...facts,
  };
  return visitor.call('POST', '/api/uploads', undefined, {
    ...TUS,
    'upload-length': String(bytes),
    'upload-metadata': metadata(all),
  });
}

/** How much of an upload has arrived. */
export function askHead(visitor: Visitor, path: string): Promise<Reply> {
  return visitor.call('HEAD', path, undefined, TUS);
}

/** Sends bytes from an offset on. */
export function sendBytes(
  visitor: Visitor,
  path: string,
  offset: number,
  bytes: Uint8Array,
): Promise<Reply> {
  return visitor.callWith('PATCH', path, new Uint8Array(bytes), {
    ...TUS,
    'upload-offset': String(offset),
    'content-type': 'application/offset+octet-stream',
  });
}

/** Sends a whole file in one piece; the id of the document. */
export async function sendPhoto(
  visitor: Visitor,
  facts: PhotoFacts,
  bytes: Uint8Array,
): Promise<{ id: string; reply: Reply }> {
  const begun = await beginPhoto(visitor, facts, bytes.byteLength);
  if (begun.status !== 201)
    throw new Error(`not begun: ${begun.status} ${JSON.stringify(begun.body)}`);
  const path = begun.headers.get('location') ?? '';
  return { id: path.split('/').pop() ?? '', reply: await sendBytes(visitor, path, 0, bytes) };
}

/** What a draft says of its photos. */
export async function photosOf(
  visitor: Visitor,
  draftId: string,
): Promise<readonly DraftDocument[]> {
  const draft = await visitor.get<{ documents: DraftDocument[] }>(`/api/drafts/${draftId}`);
  return draft.body.documents;
}

/** A photo's bytes as a browser of this visitor gets them. */
export async function fetchPhoto(
  server: TestServer,
  visitor: Visitor,
  id: string,
  size: 'full' | 'thumb' = 'full',
): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await server.app.request(`/api/documents/${id}/image?size=${size}`, {
    headers: { cookie },
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes };
}

/** A visitor who has begun a claim. */
export async function withDraft(server: TestServer): Promise<{ visitor: Visitor; draft: Draft }> {
  const visitor = visit(server);
  const { body: draft } = await visitor.post<Draft>('/api/drafts', { flow: 'hospital' });
  return { visitor, draft };
}

/** Names of files that are not photos yet. */
export function filesOnTheirWay(server: TestServer): string[] {
  return readdirSync(join(server.place.dataDir, 'uploads'));
}
