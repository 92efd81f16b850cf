import { Injectable } from '@nestjs/common';
import { schemeInForce, type LevelCode, type Scheme } from '@ennead/contracts';
import { ContentBank } from '@ennead/persistence';
import { levelOf, type Rules } from '@ennead/scoring';
import type { Case } from '../enrolments/case.ts';

export type { Rules };

/** Schemes as they read when a session was scheduled: the rules of one case are those of its session. */
@Injectable()
export class Schemes {
  constructor(private readonly bank: ContentBank) {}

  async rulesOf({
    session,
    level,
  }: Pick<Case, 'level'> & { readonly session: Pick<Case['session'], 'schemeHash'> }): Promise<Rules> {
    const scheme = await this.bank.scheme(session.schemeHash);
    return { scheme, level: levelOf(scheme, level) };
  }

  /**
   * The newest version that has taken effect: what is asked of anything new, such as another try. Asks the bank, so not
   * within a transaction.
   */
  async inForce(now: Date): Promise<Scheme> {
    const pieces = await this.bank.live('scheme');
    const scheme = schemeInForce(await Promise.all(pieces.map(({ hash }) => this.bank.scheme(hash))), now);
    if (!scheme) throw new Error('No scheme has taken effect.');
    return scheme;
  }
}

/** The highest grade of a level. */
export const topGradeOf = ({ levels }: Scheme, code: LevelCode): number =>
  Math.max(...levels.find((level) => level.code === code)!.cuts.map(({ grade }) => grade));
