import type { LocalizedText } from '@ennead/contracts';

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
}

/**
 * A refusal of the API (RFC 9457 problem details) or a request that got no answer at all.
 * `code` is `NETWORK` with status 0 when nothing came back, `UNKNOWN` when the answer was no problem document.
 */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  /** What the server says about it, in both languages. */
  readonly text: LocalizedText | null;
  readonly errors: readonly FieldFault[];

  constructor(facts: {
    status: number;
    code: string;
    title?: string;
    text?: LocalizedText | null;
    errors?: readonly FieldFault[];
  }) {
    super(facts.title ?? facts.code);
    this.name = 'ApiProblem';
    this.status = facts.status;
    this.code = facts.code;
    this.text = facts.text ?? null;
    this.errors = facts.errors ?? [];
  }
}

/** Reads whatever the server sent with a status of 400 or more; never throws. */
export function toApiProblem(status: number, body: unknown): ApiProblem {
  const problem: ProblemBody = typeof body === 'object' && body !== null ? body : {};
  return new ApiProblem({
    status,
    code: typeof problem.code === 'string' ? problem.code : 'UNKNOWN',
    title: typeof problem.title === 'string' ? problem.title : undefined,
    text: toLocalizedText(problem.text),
    errors: Array.isArray(problem.errors) ? problem.errors.flatMap(toFieldFault) : [],
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
