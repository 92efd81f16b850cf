import { actsForHeader } from '@ennead/contracts';
import type {
  AnswerOf,
  BodyGiven,
  Method,
  ParamsOf,
  QueryGiven,
  RouteName,
  Routes,
} from '@ennead/contracts/routes';
import { addressOf } from './address-of.ts';
import { ApiProblem, toApiProblem } from './api-problem.ts';
import { newRequestId } from './request-id.ts';

type CallOptions = {
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
  /** Lets the request outlive the page, for the last save before leaving. */
  readonly keepalive?: boolean;
};

type Call = CallOptions & {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
};

/** Of the routes asked by a method and answered by no file, the paths. */
export type PathOf<By extends Method> = RouteName extends infer Name
  ? Name extends RouteName
    ? Routes[Name] extends { readonly givesFile: string }
      ? never
      : Name extends `${By} ${infer Path}`
        ? Path
        : never
    : never
  : never;

/** `GET` and `/api/cohorts/:id` are `GET /api/cohorts/:id`. */
export type NameOf<By extends Method, Path extends string> = Extract<`${By} ${Path}`, RouteName>;

/** Not there where a route takes none, and not to be forgotten where it needs one. */
type Member<Key extends string, Given> = [Given] extends [undefined]
  ? { readonly [key in Key]?: undefined }
  : object extends Given
    ? { readonly [key in Key]?: Given }
    : { readonly [key in Key]: Given };

type Input<Name extends RouteName> = Member<'params', ParamsOf<Name>> &
  Member<'query', QueryGiven<Name>> &
  Member<'body', BodyGiven<Name>>;

/** What a route is called with: nothing, where it needs nothing. */
export type CallOf<Name extends RouteName> =
  object extends Input<Name> ? [call?: Input<Name> & CallOptions] : [call: Input<Name> & CallOptions];

let csrfToken: Promise<string> | null = null;
let actsFor: string | null = null;

/**
 * From now on this page acts for this person, and for nobody who logs in in another tab: to be called when it is known
 * who has opened it, and whenever somebody has logged in on it.
 */
export function actFor(personId: string | null): void {
  actsFor = personId;
}

/** The same for a page that acts for nobody yet. Who logs in elsewhere afterwards changes nothing. */
export function actForFirst(personId: string | null): void {
  actsFor ??= personId;
}

/** What every changing request says of its page. */
export async function getActHeaders(): Promise<Record<string, string>> {
  return { 'x-csrf-token': await getCsrfToken(), ...(actsFor !== null && { [actsForHeader]: actsFor }) };
}

/** Forgets the CSRF token; call it whenever somebody logs in or out. */
export function forgetCsrfToken(): void {
  csrfToken = null;
}

/** The token that every changing request carries; fetched once and kept. */
function getCsrfToken(): Promise<string> {
  csrfToken ??= api
    .get('/api/auth/csrf')
    .then(({ token }) => token)
    .catch((error: unknown) => {
      csrfToken = null;
      throw error;
    });
  return csrfToken;
}

const caller =
  <By extends Method>(method: By) =>
  <Path extends PathOf<By>>(
    path: Path,
    ...[call]: CallOf<NameOf<By, Path>>
  ): Promise<AnswerOf<NameOf<By, Path>>> =>
    (method === 'GET' ? send : change)(method, path, (call ?? {}) as Call) as Promise<
      AnswerOf<NameOf<By, Path>>
    >;

/**
 * JSON over HTTP, same origin: a path as the contract has it, what the contract wants with it, and the answer that it
 * promises. Every failure is an `ApiProblem`: with the server's code, or with `NETWORK` when no answer came.
 */
export const api = {
  get: caller('GET'),
  post: caller('POST'),
  put: caller('PUT'),
  patch: caller('PATCH'),
  delete: caller('DELETE'),
};

async function change(method: Method, path: string, call: Call): Promise<unknown> {
  const attempt = async () => {
    return send(method, path, { ...call, headers: { ...call.headers, ...(await getActHeaders()) } });
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

async function send(method: Method, path: string, call: Call): Promise<unknown> {
  const { body } = call;
  const requestId = newRequestId();
  const headers: Record<string, string> = {
    accept: 'application/json',
    'x-request-id': requestId,
    ...call.headers,
  };
  if (body !== undefined) headers['content-type'] ??= 'application/json';
  const response = await fetch(addressOf(path, call.params, call.query), {
    method,
    headers,
    credentials: 'same-origin',
    signal: call.signal,
    keepalive: call.keepalive,
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
