import { ApiProblem, toApiProblem } from './api-problem.ts';
import { newRequestId } from './request-id.ts';

export interface RequestOptions {
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
  /** Lets the request outlive the page, for the last save before leaving. */
  readonly keepalive?: boolean;
}

type Body = object | FormData | Blob | null | undefined;
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

let csrfToken: Promise<string> | null = null;

/** Forgets the CSRF token; call it whenever the session changes hands (log-in, log-out). */
export function forgetCsrfToken(): void {
  csrfToken = null;
}

/** The token that every changing request carries; fetched once and kept. */
export function getCsrfToken(): Promise<string> {
  csrfToken ??= send('GET', '/api/auth/csrf', undefined, {})
    .then((body) => (body as { token: string }).token)
    .catch((error: unknown) => {
      csrfToken = null;
      throw error;
    });
  return csrfToken;
}

/**
 * JSON over HTTP, same origin. `path` starts with `/api/`. Every failure is an `ApiProblem`: with the server's code,
 * or with `NETWORK` when no answer came. `FormData` and `Blob` bodies are sent as they are.
 */
export const api = {
  get: <T>(path: string, options: RequestOptions = {}) => send('GET', path, undefined, options) as Promise<T>,
  post: <T>(path: string, body?: Body, options: RequestOptions = {}) =>
    change<T>('POST', path, body, options),
  put: <T>(path: string, body?: Body, options: RequestOptions = {}) => change<T>('PUT', path, body, options),
  patch: <T>(path: string, body?: Body, options: RequestOptions = {}) =>
    change<T>('PATCH', path, body, options),
  delete: <T>(path: string, options: RequestOptions = {}) => change<T>('DELETE', path, undefined, options),
};

async function change<T>(method: Method, path: string, body: Body, options: RequestOptions): Promise<T> {
  const attempt = async () => {
    const headers = { ...options.headers, 'x-csrf-token': await getCsrfToken() };
    return (await send(method, path, body, { ...options, headers })) as T;
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

async function send(method: Method, path: string, body: Body, options: RequestOptions): Promise<unknown> {
  const raw = body instanceof FormData || body instanceof Blob;
  const requestId = newRequestId();
  const headers: Record<string, string> = {
    accept: 'application/json',
    'x-request-id': requestId,
    ...options.headers,
  };
  if (body !== undefined && body !== null && !raw) headers['content-type'] ??= 'application/json';
  const response = await fetch(withQuery(path, options.query), {
    method,
    headers,
    credentials: 'same-origin',
    signal: options.signal,
    keepalive: options.keepalive,
    body: raw ? body : body === undefined || body === null ? undefined : JSON.stringify(body),
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

function withQuery(path: string, query: RequestOptions['query']): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) search.set(name, String(value));
  }
  return search.size > 0 ? `${path}?${search}` : path;
}
