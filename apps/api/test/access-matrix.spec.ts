import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PersonRole } from '@ennead/contracts';
import { routes as contracts, type RouteContract } from '@ennead/contracts/routes';
import WebSocket from 'ws';
import { z } from 'zod';
import type { Access } from '../src/http/allow.ts';
import { Upgrades } from '../src/http/upgrades.ts';
import { visitor, type Client } from './harness/client.ts';
import { describeAccess } from './harness/describe-access.ts';
import { listRoutes, type Route } from './harness/list-routes.ts';
import { anInstitution, logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { whoMay } from './who-may.ts';

const document = new URL('../../../docs/access-matrix.md', import.meta.url);

let api: TestApi;
let routes: Route[];
const clients = new Map<PersonRole | 'visitor', Client>();

beforeAll(async () => {
  api = await startApi();
  routes = listRoutes(api.app);
  const { id: institutionId } = await anInstitution(api.db);
  clients.set('visitor', await visitor(api.url));
  for (const role of PersonRole.options)
    clients.set(role, (await logInAs(api, { roles: [role], institutionId })).client);
});
afterAll(() => api?.close());

/** What the server declares of every endpoint, sockets included. */
const listAll = () => [
  ...routes.map(({ method, path, access }) => ({ method, path, access: access! })),
  ...api.app
    .get(Upgrades, { strict: false })
    .handlers.map(({ path, roles }) => ({ method: 'ws', path, access: roles })),
];

/** What we look at of an operation in the OpenAPI document. */
type Documented = {
  readonly summary?: string;
  readonly parameters?: { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content: object };
  readonly responses: Record<
    string,
    { readonly content?: Record<string, { readonly schema: { type?: string } }> }
  >;
};

const call = (client: Client, { method, path }: Route) => {
  const address = path
    .replace(/:number/, 'not-a-number')
    .replace(/:token/, 'a-token-that-nobody-was-given')
    .replace(/:\w+/g, randomUUID());
  return method === 'get' ? client.get(address) : client[method](address, {});
};

const mayCall = (access: Access, role: PersonRole) =>
  access === 'public' || access === 'logged-in' || access.includes(role);

describe('every endpoint', () => {
  it('names who may call it', () => {
    expect(routes.length).toBeGreaterThan(30);
    expect(routes.filter(({ access }) => access === undefined)).toEqual([]);
  });

  it('is served as its contract says, and there is no other', () => {
    expect(routes.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort()).toEqual(
      Object.keys(contracts).sort(),
    );
  });

  it('is documented: what it is for, takes and gives', async () => {
    const answer = await clients.get('visitor')!.get('/api/docs.json').expect(200);
    const { paths } = answer.body as { paths: Record<string, Record<string, Documented>> };
    for (const [name, contract] of Object.entries<RouteContract>(contracts)) {
      const [method, path] = name.split(' ') as [string, string];
      const documented = paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      const names = (place: string) =>
        documented?.parameters?.flatMap((each) => (each.in === place ? [each.name] : []));
      const [[status, given] = []] = Object.entries(documented?.responses ?? {});
      expect({
        name,
        summary: documented?.summary,
        path: names('path'),
        query: names('query'),
        takes: Object.keys(documented?.requestBody?.content ?? {}),
        status,
        isList: given?.content?.['application/json']?.schema.type === 'array',
      }).toEqual({
        name,
        summary: contract.summary,
        path: [...path.matchAll(/:(\w+)/g)].map(([, param]) => param),
        query: contract.query instanceof z.ZodObject ? Object.keys(contract.query.shape) : [],
        takes: contract.takesFile ? ['multipart/form-data'] : contract.body ? ['application/json'] : [],
        status: contract.creates ? '201' : contract.answer || contract.givesFile ? '200' : '204',
        isList: contract.answer instanceof z.ZodArray,
      });
    }
  });

  it('answers visitors with 401 unless it is public', async () => {
    for (const route of routes.filter(({ access }) => access !== 'public')) {
      const answer = await call(clients.get('visitor')!, route);
      expect([route.method, route.path, answer.status, answer.body.code]).toEqual([
        route.method,
        route.path,
        401,
        'NOT_LOGGED_IN',
      ]);
    }
  });

  it.each(PersonRole.options)('admits or refuses a %s as it says', async (role) => {
    const client = clients.get(role)!;
    // Logging out comes last: it would make a visitor of the caller.
    const ordered = [...routes].sort(
      (a, b) => Number(a.path.endsWith('log-out')) - Number(b.path.endsWith('log-out')),
    );
    for (const route of ordered) {
      const { status, headers } = await call(client, route);
      if (route.path.startsWith('/api'))
        expect([route.path, headers['cache-control']]).toEqual([route.path, 'no-store']);
      const verdict =
        status === 401 && route.path.endsWith('log-in')
          ? 'admitted'
          : status === 401 || status === 403
            ? 'refused'
            : 'admitted';
      expect([route.method, route.path, verdict]).toEqual([
        route.method,
        route.path,
        mayCall(route.access!, role) ? 'admitted' : 'refused',
      ]);
      expect(status).toBeLessThan(500 + Number(status === 503));
    }
  });

  it('admits whom it should: those of the table written by hand', () => {
    const declared = listAll().map(({ method, path, access }) => [
      `${method.toUpperCase()} ${path}`,
      typeof access === 'string' ? access : [...access].sort(),
    ]);
    const wanted = Object.entries(whoMay).map(([name, who]) => [
      name,
      typeof who === 'string' ? who : [...who].sort(),
    ]);
    expect(Object.fromEntries(declared)).toEqual(Object.fromEntries(wanted));
  });

  it('stands in the documented matrix', async () => {
    const rows = listAll();
    const text = describeAccess(rows);
    if (process.env.UPDATE_ACCESS_MATRIX) await writeFile(document, text);
    expect(await readFile(document, 'utf8')).toBe(text);
  });
});

describe('the lab’s WebSocket', () => {
  const open = (headers: Record<string, string>) =>
    new Promise<number>((resolve, reject) => {
      const socket = new WebSocket(
        `${api.url.replace('http', 'ws')}/api/lab-sessions/${randomUUID()}/socket`,
        { headers },
      );
      socket.on('unexpected-response', (_, { statusCode }) => resolve(statusCode ?? 0));
      socket.on('open', () => resolve(101));
      socket.on('error', reject);
    });

  it('is closed to visitors, to other roles and to other pages', async () => {
    const origin = api.url;
    expect(await open({ origin })).toBe(401);
    for (const role of PersonRole.options) {
      const { client } = await logInAs(api, { roles: [role] });
      const cookie = await client.cookie();
      expect([role, await open({ origin, cookie })]).toEqual([role, role === 'candidate' ? 404 : 403]);
      expect(await open({ origin: 'https://elsewhere.example', cookie })).toBe(403);
    }
  });
});
