import { Injectable } from '@nestjs/common';
import { ContentBank } from '@ennead/persistence';
import type { Case } from '../enrolments/case.ts';
import { levelOf, type Rules } from '../scores/entry-rules.ts';

export type { Rules };

/** Schemes as they read when a session was scheduled: the rules of one case are those of its session. */
@Injectable()
export class Schemes {
  constructor(private readonly bank: ContentBank) {}

  async rulesOf({ session, level }: Pick<Case, 'session' | 'level'>): Promise<Rules> {
    const scheme = await this.bank.scheme(session.schemeHash);
    return { scheme, level: levelOf(scheme, level) };
  }
}
