import type { AnswerOf, BodyGiven, Method, ParamsOf, QueryGiven, RouteName } from '@ennead/contracts/routes';
import { addressOf } from './address-of.ts';
import { ApiProblem, toApiProblem } from './api-problem.ts';
import { newRequestId } from './request-id.ts';

type Wire = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
  /** Lets the request outlive the page, for the last save before leaving. */
  readonly keepalive?: boolean;
};

/** Of the routes asked by a method, the paths. */
export type PathBy<By extends Method> = RouteName extends infer Name
  ? Name extends `${By} ${infer Path}`
    ? Path
    : never
  : never;

/** `GET` and `/api/cohorts/:id` are `GET /api/cohorts/:id`. */
export type Named<By extends Method, Path extends string> = Extract<`${By} ${Path}`, RouteName>;

/** What a route has to be asked with, and no more than it may. */
type Wanted<Name extends RouteName> = ([keyof ParamsOf<Name>] extends [never]
  ? { readonly params?: undefined }
  : { readonly params: ParamsOf<Name> }) &
  ([QueryGiven<Name>] extends [undefined]
    ? { readonly query?: undefined }
    : { readonly query?: QueryGiven<Name> }) &
  ([BodyGiven<Name>] extends [undefined]
    ? { readonly body?: undefined }
    : { readonly body: BodyGiven<Name> });

type Asked<Name extends RouteName> = Wanted<Name> & Pick<Wire, 'signal' | 'headers' | 'keepalive'>;

/** Nothing, where a route wants nothing. */
export type Asking<Name extends RouteName> =
  object extends Wanted<Name> ? [asked?: Asked<Name>] : [asked: Asked<Name>];

let csrfToken: Promise<string> | null = null;

/** Forgets the CSRF token; call it whenever the session changes hands (log-in, log-out). */
export function forgetCsrfToken(): void {
  csrfToken = null;
}

/** The token that every changing request carries; fetched once and kept. */
export function getCsrfToken(): Promise<string> {
  csrfToken ??= api
    .get('/api/auth/csrf')
    .then(({ token }) => token)
    .catch((error: unknown) => {
      csrfToken = null;
      throw error;
    });
  return csrfToken;
}

const asker =
  <By extends Method>(method: By) =>
  <Path extends PathBy<By>>(
    path: Path,
    ...[asked]: Asking<Named<By, Path>>
  ): Promise<AnswerOf<Named<By, Path>>> =>
    (method === 'GET' ? send : change)(method, path, (asked ?? {}) as Wire) as Promise<
      AnswerOf<Named<By, Path>>
    >;

/**
 * JSON over HTTP, same origin: a path as the contract has it, what the contract wants with it, and the answer that it
 * promises. Every failure is an `ApiProblem`: with the server's code, or with `NETWORK` when no answer came.
 */
export const api = {
  get: asker('GET'),
  post: asker('POST'),
  put: asker('PUT'),
  patch: asker('PATCH'),
  delete: asker('DELETE'),
};

async function change(method: Method, path: string, wire: Wire): Promise<unknown> {
  const attempt = async () => {
    const headers = { ...wire.headers, 'x-csrf-token': await getCsrfToken() };
    return send(method, path, { ...wire, headers });
  };
  try {
    return await attempt();
  } catch (error) {
    // A token from before a restart or another log-in: fetch a new one and try once more.
    if (!(error instanceof ApiProblem) || error.code !== 'CSRF_INVALID') throw error;
    forgetCsrfToken();
    return attempt();
  }
}

async function send(method: Method, path: string, wire: Wire): Promise<unknown> {
  const { body } = wire;
  const requestId = newRequestId();
  const headers: Record<string, string> = {
    accept: 'application/json',
    'x-request-id': requestId,
    ...wire.headers,
  };
  if (body !== undefined) headers['content-type'] ??= 'application/json';
  const response = await fetch(addressOf(path, wire.params, wire.query), {
    method,
    headers,
    credentials: 'same-origin',
    signal: wire.signal,
    keepalive: wire.keepalive,
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem({ status: 0, code: 'NETWORK', requestId });
  });
  const answer = await readJson(response);
  if (!response.ok) throw toApiProblem(response.status, answer);
  return answer;
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text().catch(() => '');
  if (text === '' || !/\bjson\b/.test(response.headers.get('content-type') ?? '')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
