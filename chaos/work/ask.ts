import { setTimeout as pause } from 'node:timers/promises';
import type { ProblemCode } from '@ennead/contracts';
import type { House } from '../open-house.ts';
import type { Somebody } from '../prepare.ts';

export type Answered = { readonly status: number; readonly body: unknown; readonly code: ProblemCode | null };

const patienceMs = 180_000;
const waitMs = 150;
const answerWithinMs = 10_000;

/**
 * Asks as a page does: one server after the other, the same thing again and again, until one of them answers for good. Whoever
 * is told nothing does not know whether it was done.
 *
 * @throws Error where none does for minutes
 */
export const ask = async (
  { urls }: Pick<House, 'urls'>,
  { headers }: Somebody,
  method: 'GET' | 'POST',
  path: string,
  body?: object,
): Promise<Answered> => {
  const deadline = Date.now() + patienceMs;
  for (let turn = 0; ; turn += 1) {
    const answered = await askOnce(urls[turn % urls.length]!, headers, method, path, body).catch(() => null);
    if (answered && answered.status < 500) return answered;
    if (Date.now() > deadline)
      throw new Error(`${method} ${path} was not answered, last ${answered?.status}`);
    await pause(waitMs);
  }
};

const askOnce = async (
  url: string,
  headers: Readonly<Record<string, string>>,
  method: string,
  path: string,
  body?: object,
): Promise<Answered> => {
  const answer = await fetch(url + path, {
    method,
    headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(answerWithinMs),
  });
  const text = await answer.text();
  const json = (text ? JSON.parse(text) : null) as { code?: ProblemCode } | null;
  return { status: answer.status, body: json, code: answer.ok ? null : (json?.code ?? null) };
};
