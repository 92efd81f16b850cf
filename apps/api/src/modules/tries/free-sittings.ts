import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FreeSittingsView, SessionToEnter } from '@ennead/contracts';
import { judgeEntering } from '@ennead/domain';
import { ContentBank } from '@ennead/persistence';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand } from '../../http/demand.ts';
import { findCase } from '../enrolments/find-cases.ts';
import { findCarriedAgain } from './carry-again.ts';
import { findSessionsInSight, offer, type SessionInSight } from './find-sessions-of.ts';
import { readCarryRules } from './read-carry-rules.ts';
import { refuseReplacing } from './refuse-ending.ts';

/** Neither for whom a session is nor whether it is full stands against what makes good a failure of ours. */
const givenByTheBody = { isForThem: true, placesLeft: null } as const;

/** Where a free sitting could be given in the place of an entry; judged as its door does, with what would be carried. */
@Injectable()
export class FreeSittings {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly bank: ContentBank,
  ) {}

  /** @throws Refusal NOT_FOUND, or what stands against any free sitting in the place of the entry */
  async list(caller: Caller, entryId: string): Promise<FreeSittingsView> {
    const { manager } = this.db;
    await demand(manager, caller, 'entry.excuse', entryId);
    const found = await findCase(manager, entryId);
    await refuseReplacing(manager, found);
    const { enrolmentId, candidateId, role, level, now } = found;
    const judge = async (session: SessionInSight): Promise<SessionToEnter> => {
      const carryRules = await readCarryRules(manager, this.bank, session.id);
      const context = carryRules && { ...carryRules, chosenAt: now.toISOString() };
      const carried = context ? await findCarriedAgain(manager, { entryId, enrolmentId }, context) : [];
      const carry = carried.map(({ score }) => score.dimension);
      return offer(session, (one) => judgeEntering({ ...one, ...givenByTheBody }, carry, now.toISOString()));
    };
    return {
      sessions: await Promise.all(
        (await findSessionsInSight(manager, { candidateId, role, level }, now)).map(judge),
      ),
    };
  }
}
