import { z } from 'zod';
import type { App } from '#server/http/context.ts';

type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Operation {
  method: string;
  pattern: RegExp;
  path: string;
  responses: JsonObject;
}

export interface ApiDocument {
  paths: Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;
  operations: readonly Operation[];
  /** @throws Error naming route, status and what is wrong, when an answer is not as the document says */
  check(method: string, path: string, response: Response): Promise<void>;
}

const cache = new WeakMap<App, Promise<ApiDocument>>();

/** Replaces references, and lets an object have only what it names: an answer may not tell more than it says. */
function resolveSchema(schema: Json, root: JsonObject, depth = 0): Json {
  if (depth > 40) throw new Error('a schema that never ends');
  if (Array.isArray(schema)) return schema.map((one: Json) => resolveSchema(one, root, depth + 1));
  if (!isObject(schema)) return schema;
  const ref = schema['$ref'];
  if (typeof ref === 'string') {
    const found = ref
      .slice(2)
      .split('/')
      .reduce<Json | undefined>((at, key) => (isObject(at) ? at[key] : undefined), root);
    if (found === undefined) throw new Error(`${ref} leads nowhere`);
    return resolveSchema(found, root, depth + 1);
  }
  if (Array.isArray(schema['allOf'])) {
    const parts = schema['allOf']
      .map((one: Json) => resolveSchema(one, root, depth + 1))
      .filter(isObject);
    const all = (key: string) => parts.map((part) => part[key]);
    return resolveSchema(
      {
        type: 'object',
        properties: Object.assign({}, ...all('properties').filter(isObject)) as JsonObject,
        required: all('required').flatMap((names) =>
          Array.isArray(names) ? (names as Json[]) : [],
        ),
      },
      root,
      depth + 1,
    );
  }
  const entries = Object.entries(schema)
    .filter(([key]) => key !== 'example' && key !== 'description' && key !== 'format')
    .map(([key, value]): [string, Json] =>
      key === 'properties' && isObject(value)
        ? [
            key,
            Object.fromEntries(
              Object.entries(value).map(([name, one]) => [
                name,
                resolveSchema(one, root, depth + 1),
              ]),
            ),
          ]
        : [key, resolveSchema(value, root, depth + 1)],
    );
  const made = Object.fromEntries(entries);
  return isObject(made['properties']) && made['additionalProperties'] === undefined
    ? { ...made, additionalProperties: false }
    : made;
}

async function readDocument(app: App): Promise<ApiDocument> {
  const response = await app.request('/api/openapi.json');
  const root = (await response.json()) as JsonObject;
  const paths = root['paths'] as unknown as ApiDocument['paths'];
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      pattern: new RegExp(`^${path.replace(/\./g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`),
      responses: operation['responses'] as JsonObject,
    })),
  );
  // A path without parameters is meant before one with.
  operations.sort((a, b) => a.path.split('{').length - b.path.split('{').length);
  const schemas = new Map<string, z.ZodType>();
  return {
    paths,
    operations,
    async check(method, path, answer) {
      const bare = path.split('?')[0] ?? path;
      const operation = operations.find((one) => one.method === method && one.pattern.test(bare));
      if (!operation || answer.status === 405) return;
      const where = `${method} ${operation.path} ${answer.status}`;
      // `default` is for refusals only.
      const said =
        operation.responses[String(answer.status)] ??
        (answer.status >= 400 ? operation.responses['default'] : undefined);
      if (!isObject(said))
        throw new Error(`${where} is not in the document: ${await answer.clone().text()}`);
      const type = answer.headers.get('content-type')?.split(';')[0];
      const content = isObject(said['content']) ? said['content'] : undefined;
      if (!content) {
        if ((await answer.clone().text()) !== '')
          throw new Error(`${where} has a body that the document does not tell of`);
        return;
      }
      const media = type ? content[type] : undefined;
      if (!isObject(media)) throw new Error(`${where} came as ${type}`);
      if (method === 'HEAD' || !type?.includes('json') || media['schema'] === undefined) return;
      const schema =
        schemas.get(where) ??
        z.fromJSONSchema(
          resolveSchema(media['schema'], root) as Parameters<typeof z.fromJSONSchema>[0],
        );
      schemas.set(where, schema);
      const parsed = schema.safeParse(await answer.clone().json());
      if (!parsed.success)
        throw new Error(`${where} is not as the document says: ${z.prettifyError(parsed.error)}`);
    },
  };
}

/** The document of an app, read as a stranger would: from /api/openapi.json. */
export function documentOf(app: App): Promise<ApiDocument> {
  const made = cache.get(app) ?? readDocument(app);
  cache.set(app, made);
  return made;
}
