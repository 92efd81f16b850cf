import type { LocalizedText, ProblemCode } from '@ennead/contracts';

/**
 * What a failure is known by: a code of the server, or what only the browser knows: `NETWORK` when nothing came back, `UNKNOWN`
 * when the answer was no problem document, `LIST_CHANGING` when a list did not stand still while it was read. Only the type is
 * shared: the server's texts come with its answer and need not be in every page.
 */
export type FailureCode = ProblemCode | 'NETWORK' | 'UNKNOWN' | 'LIST_CHANGING';

/** A fault of one field of the input, as the server names it. */
export interface FieldFault {
  readonly path: string;
  readonly message: string;
  readonly code?: string;
}

interface ProblemBody {
  readonly title?: unknown;
  readonly status?: unknown;
  readonly code?: unknown;
  readonly text?: unknown;
  readonly errors?: unknown;
  readonly requestId?: unknown;
}

/** A refusal of the API (RFC 9457 problem details), or a request that got no answer at all, with status 0. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: FailureCode;
  /** What the server says about it, in both languages. */
  readonly text: LocalizedText | null;
  readonly errors: readonly FieldFault[];
  /** What the request is called in the server's logs, where those are who knows more. */
  readonly requestId: string | null;

  constructor(facts: {
    status: number;
    code: FailureCode;
    title?: string;
    text?: LocalizedText | null;
    errors?: readonly FieldFault[];
    requestId?: string;
  }) {
    super(facts.title ?? facts.code);
    this.name = 'ApiProblem';
    this.status = facts.status;
    this.code = facts.code;
    this.text = facts.text ?? null;
    this.errors = facts.errors ?? [];
    this.requestId = facts.requestId ?? null;
  }
}

/** Whether the same request may succeed a little later: it did not arrive, came too often, or met a server in trouble. */
export const isPassing = ({ status }: Pick<ApiProblem, 'status'>): boolean =>
  status === 0 || status === 429 || status >= 500;

/** Reads whatever the server sent with a status of 400 or more; never throws. */
export function toApiProblem(status: number, body: unknown): ApiProblem {
  const problem: ProblemBody = typeof body === 'object' && body !== null ? body : {};
  return new ApiProblem({
    status,
    // A newer server may have codes that this page does not know; nothing compares with them, and their text comes along.
    code: typeof problem.code === 'string' ? (problem.code as ProblemCode) : 'UNKNOWN',
    title: typeof problem.title === 'string' ? problem.title : undefined,
    text: toLocalizedText(problem.text),
    errors: Array.isArray(problem.errors) ? problem.errors.flatMap(toFieldFault) : [],
    requestId: typeof problem.requestId === 'string' ? problem.requestId : undefined,
  });
}

function toLocalizedText(value: unknown): LocalizedText | null {
  if (typeof value !== 'object' || value === null) return null;
  const text = value as Partial<LocalizedText>;
  return typeof text['zh-CN'] === 'string' && typeof text.en === 'string'
    ? { 'zh-CN': text['zh-CN'], en: text.en }
    : null;
}

function toFieldFault(value: unknown): FieldFault[] {
  if (typeof value !== 'object' || value === null) return [];
  const fault = value as { path?: unknown; message?: unknown; code?: unknown };
  const path = Array.isArray(fault.path) ? fault.path.join('.') : fault.path;
  if (typeof path !== 'string') return [];
  return [
    {
      path,
      message: typeof fault.message === 'string' ? fault.message : '',
      code: typeof fault.code === 'string' ? fault.code : undefined,
    },
  ];
}
