import type { ProblemCode } from './problem.ts';

/** An expected refusal. The code says why; `errors` names the faulty parts of the input, where there are some. */
export class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly errors?: readonly { path: string; message: string }[],
  ) {
    super(code);
    this.name = 'Refusal';
  }
}
