import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { entryLifecycle, Refusal, type EnteredEntry, type WithdrawInput } from '@ennead/contracts';
import { birth, sourcesOf } from '@ennead/domain';
import { entries, ExamSession, readClock, transition } from '@ennead/persistence';
import { holdInForce } from '@ennead/scoring';
import sql from 'sql-template-tag';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { endAccommodations } from '../accommodations/end-accommodations.ts';
import { findOwnEntry } from '../enrolments/find-entry.ts';
import { demandConfirmed } from '../identity/demand-confirmed.ts';
import { leaveHouse } from '../identity/leave-house.ts';
import { lockPerson } from '../identity/lock-person.ts';
import { Schemes } from '../results/schemes.ts';
import { holdSession } from '../sessions/hold-session.ts';
import { acceptSeat } from './accept-seat.ts';
import { lockTries } from './lock-tries.ts';
import { viewEntered } from './view-entered.ts';

const unanswered = sourcesOf(entryLifecycle, 'decline');

/** What candidates say about a seat of their own. */
@Injectable()
export class OwnSeats {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly schemes: Schemes,
  ) {}

  /** @throws Refusal NOT_FOUND, ADDRESS_UNCONFIRMED, and as `acceptSeat` does */
  async accept(caller: Caller, entryId: string): Promise<EnteredEntry> {
    const scheme = await this.schemes.inForce(await readClock(this.db));
    await findOwnEntry(this.db.manager, caller, entryId);
    await demandConfirmed(this.db.manager, caller.id);
    return viewEntered(await this.db.transaction((manager) => acceptSeat(manager, entryId, scheme)));
  }

  /** @throws Refusal NOT_FOUND, ENTRY_NOT_INVITED */
  async decline(caller: Caller, entryId: string): Promise<void> {
    const { cohortId } = await findOwnEntry(this.db.manager, caller, entryId);
    await this.db.transaction(async (manager) => {
      await lockPerson(manager, caller.id);
      const declined = await transition(manager, entries, entryId, { event: 'decline', actorId: caller.id });
      if (!declined) throw new Refusal('ENTRY_NOT_INVITED');
      await leaveHouse(manager, { personId: caller.id, cohortId, actorId: caller.id });
    });
  }

  /** Until the session opens, and later only what nobody has confirmed: the place is somebody else's then. */
  async withdraw(caller: Caller, entryId: string, { reason }: WithdrawInput): Promise<void> {
    const { examSessionId, enrolmentId } = await findOwnEntry(this.db.manager, caller, entryId);
    await this.db.transaction(async (manager) => {
      await holdInForce(manager);
      await holdSession(manager, examSessionId);
      await lockPerson(manager, caller.id);
      await lockTries(manager, enrolmentId);
      const { state, cohortId } = await findOwnEntry(manager, caller, entryId);
      const { opensAt } = await manager.findOneByOrFail(ExamSession, { id: examSessionId });
      if (state === birth(entryLifecycle, 'enter') && opensAt <= (await readClock(manager)))
        throw new Refusal('SESSION_STARTED');
      const withdrawn = await transition(manager, entries, entryId, {
        event: 'withdraw',
        actorId: caller.id,
        guards: { 'not-begun': sql`entry.first_sat_at IS NULL` },
        set: { stateReason: reason },
        detail: { reason },
      });
      if (!withdrawn) throw new Refusal('ENTRY_ENDED');
      await endAccommodations(manager, entryId, caller.id);
      if (unanswered.includes(state))
        await leaveHouse(manager, { personId: caller.id, cohortId, actorId: caller.id });
    });
  }
}
