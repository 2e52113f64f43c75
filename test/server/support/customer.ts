import type { Claim, ClaimReceipt } from '#domain/api/claim.ts';
import type { Draft, DraftChange } from '#domain/api/draft.ts';
import type { Problem } from '#domain/api/problem.ts';
import { findFlow } from '#domain/claims/flows.ts';
import type { Answers } from '#domain/flow/types.ts';
import { insertDocument } from '#server/store/documents.ts';
import { completed } from '../../journeys/completed.ts';
import type { TestServer } from './harness.ts';
import { documentOf } from './openapi.ts';

export interface Reply<T = unknown> {
  status: number;
  headers: Headers;
  body: T;
}

/** Sends one request; a browser, the app itself or a real server behind it. */
export type Send = (path: string, init: RequestInit) => Promise<Response>;

/** A visitor with cookies of their own, as a browser keeps them. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #send: Send;
  constructor(send: Send) {
    this.#send = send;
  }

  /** A request with a JSON body, or with none. */
  call<T = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply<T>> {
    if (body === undefined) return this.callWith(method, path, undefined, headers);
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return this.callWith(method, path, text, { 'content-type': 'application/json', ...headers });
  }

  /** A request with a body as it is. */
  async callWith<T = unknown>(
    method: string,
    path: string,
    body: BodyInit | undefined,
    headers: Record<string, string> = {},
  ): Promise<Reply<T>> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await this.#send(path, {
      method,
      redirect: 'manual',
      headers: { ...(cookie ? { cookie } : {}), ...headers },
      ...(body === undefined ? {} : { body }),
    });
    for (const set of response.headers.getSetCookie()) {
      const match = /^([^=]+)=([^;]*)/.exec(set);
      if (!match?.[1]) continue;
      if (match[2] === '' || /max-age=0/i.test(set)) this.cookies.delete(match[1]);
      else this.cookies.set(match[1], match[2] ?? '');
    }
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson && text ? JSON.parse(text) : text) as T,
    };
  }

  get = <T = unknown>(path: string, headers?: Record<string, string>) =>
    this.call<T>('GET', path, undefined, headers);
  post = <T = unknown>(path: string, body?: unknown, headers?: Record<string, string>) =>
    this.call<T>('POST', path, body, headers);
  patch = <T = unknown>(path: string, body?: unknown) => this.call<T>('PATCH', path, body);
  delete = <T = unknown>(path: string) => this.call<T>('DELETE', path);

  /** Signs in with the code that the outbox holds. */
  async signIn(
    phone: string,
  ): Promise<Reply<{ customer: { id: string; ageBand: string; displayName: string } }>> {
    const asked = await this.post('/api/sessions/codes', { phone });
    if (asked.status !== 204) throw new Error(`no code was sent: ${JSON.stringify(asked.body)}`);
    return this.post('/api/sessions', { phone, code: await this.lastCode(phone) });
  }

  async lastCode(phone: string): Promise<string> {
    const { body } = await this.get<{ messages: { to: string; purpose: string; text: string }[] }>(
      '/api/test/outbox',
    );
    const text = body.messages.find(
      (message) => message.to === phone && message.purpose === 'code',
    )?.text;
    const code = /\d{6}/.exec(text ?? '')?.[0];
    if (!code) throw new Error('no code in the outbox');
    return code;
  }

  /** Begins a draft and saves these answers in one change. */
  async draftWith(flow: string, answers: Answers): Promise<Draft> {
    const begun = await this.post<Draft>('/api/drafts', { flow });
    if (begun.status !== 201) throw new Error(`no draft: ${JSON.stringify(begun.body)}`);
    return this.saveAnswers(begun.body, answers);
  }

  async saveAnswers(draft: Draft, answers: Answers): Promise<Draft> {
    const changes: DraftChange[] = Object.entries(answers).map(([field, value]) => ({
      field,
      value,
    }));
    const saved = await this.patch<Draft>(`/api/drafts/${draft.id}`, {
      baseVersion: draft.version,
      changes,
    });
    if (saved.status !== 200) throw new Error(`not saved: ${JSON.stringify(saved.body)}`);
    return saved.body;
  }

  submit(draftId: string, headers: Record<string, string> = {}, over: object = {}) {
    return this.post<ClaimReceipt & Problem>(
      '/api/claims',
      {
        draftId,
        confirmations: ['answers-checked'],
        consents: ['health-data', 'bank-data@2'],
        ...over,
      },
      headers,
    );
  }

  claim(id: string): Promise<Reply<Claim>> {
    return this.get<Claim>(`/api/claims/${id}`);
  }
}

/** A new visitor of this server. Every answer that they get is held to the API's own document. */
export function visit(server: TestServer): Visitor {
  return new Visitor(async (path, init) => {
    const response = await server.app.request(path, init);
    await (await documentOf(server.app)).check(init.method ?? 'GET', path, response);
    return response;
  });
}

/** A photo as the upload leaves it, without sending one. */
export async function addPhoto(
  server: TestServer,
  draftId: string,
  over: { state?: 'received' | 'rejected'; reason?: string | null; field?: string } = {},
): Promise<string> {
  const { parts } = server;
  const id = parts.ids.id();
  await parts.store.write(async (tx) => {
    const draft = await tx
      .selectFrom('draft')
      .select('owner')
      .where('id', '=', draftId)
      .executeTakeFirstOrThrow();
    await insertDocument(tx, {
      id,
      owner: draft.owner,
      draft_id: draftId,
      claim_id: null,
      field: over.field ?? 'invoicePhotos',
      state: over.state ?? 'received',
      reason: over.reason ?? null,
      full_key: `document/${id}/full`,
      thumb_key: `document/${id}/thumb`,
      bytes: 1000,
      width: 100,
      height: 100,
      photo_index: null,
      reading_sealed: null,
      media_type: null,
      seconds: null,
      created_at: parts.clock.now(),
    });
  });
  return id;
}

/** A card number that passes its check and is nobody's. */
export const CARD = '6222021234567890011';

export const outpatientAnswers = {
  cause: 'illness',
  healthConsent: true,
  visitedOn: '2026-11-02',
  amountFen: 128_050,
  insured: 'self',
  payoutTo: 'newCard',
  payeeWho: 'self',
  bankConsent: true,
  payeeName: '王秀兰',
  payeeCard: CARD,
} as const satisfies Answers;

/** A draft that lacks nothing, with its photo. */
export async function readyDraft(
  server: TestServer,
  visitor: Visitor,
  answers: Answers = outpatientAnswers,
): Promise<Draft> {
  const draft = await visitor.draftWith('outpatient', answers);
  const photo = await addPhoto(server, draft.id);
  return completeDraft(visitor, draft, { invoicePhotos: [photo] });
}

/** Saves these answers, and the yes to each key matter as the draft stands then. */
export async function completeDraft(
  visitor: Visitor,
  draft: Draft,
  answers: Answers,
): Promise<Draft> {
  const flow = findFlow(draft.flow);
  if (!flow) throw new Error(`no claim ${draft.flow}`);
  const all = completed(flow, { ...draft.answers, ...answers });
  const isNew = ([field, value]: [string, unknown]) => draft.answers[field] !== value;
  return visitor.saveAnswers(draft, Object.fromEntries(Object.entries(all).filter(isNew)));
}
