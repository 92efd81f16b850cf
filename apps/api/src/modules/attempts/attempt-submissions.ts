import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type SubmitInput, type SubmittedView } from '@ennead/contracts';
import { attempts, inTime, transition } from '@ennead/persistence';
import { expireAttempt, handedIn } from '@ennead/scoring';
import sql, { raw } from 'sql-template-tag';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { endCodeOf } from './end-code.ts';
import { findOwnAttempt } from './find-own-attempt.ts';

/** The end of an attempt, by its candidate. Its deadline ends it as well; scoring follows either. */
@Injectable()
export class AttemptSubmissions {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Hands in what is saved; says the same again when asked again, and what the deadline did when asked too late. */
  async submit(caller: Caller, id: string, { writer }: SubmitInput): Promise<SubmittedView> {
    await findOwnAttempt(this.db.manager, caller, id);
    await this.db.transaction(async (manager) => {
      const submitted = await transition(manager, attempts, id, {
        event: 'submit',
        actorId: caller.id,
        guards: { writer: sql`writer = ${writer}`, 'in-time': sql`${raw(inTime)}` },
        set: handedIn('candidate'),
        detail: { cause: 'candidate' },
      });
      if (!submitted) await expireAttempt(manager, id);
    });
    const attempt = await findOwnAttempt(this.db.manager, caller, id);
    const { state, submittedAt, submitCause } = attempt;
    if (!submittedAt || !submitCause) throw new Refusal(endCodeOf(attempt) ?? 'ATTEMPT_MOVED');
    return { state, submittedAt: submittedAt.toISOString(), submitCause };
  }
}
