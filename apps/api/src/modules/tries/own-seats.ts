import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type EnteredEntry, type WithdrawInput } from '@ennead/contracts';
import { entries, readClock, transition } from '@ennead/persistence';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { findOwnEntry } from '../enrolments/find-entry.ts';
import { demandConfirmed } from '../identity/demand-confirmed.ts';
import { Schemes } from '../results/schemes.ts';
import { acceptSeat } from './accept-seat.ts';
import { lockSeat } from './lock-seats.ts';
import { viewEntered } from './view-entered.ts';
import { withdrawSeat } from './withdraw-seat.ts';

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
    await findOwnEntry(this.db.manager, caller, entryId);
    await this.db.transaction(async (manager) => {
      const declined = await transition(manager, entries, entryId, { event: 'decline', actorId: caller.id });
      if (!declined) throw new Refusal('ENTRY_NOT_INVITED');
    });
  }

  /** Until the session opens, and later only what nobody has confirmed: the place is somebody else's then. */
  async withdraw(caller: Caller, entryId: string, { reason }: WithdrawInput): Promise<void> {
    await findOwnEntry(this.db.manager, caller, entryId);
    await this.db.transaction(async (manager) =>
      withdrawSeat(manager, await lockSeat(manager, entryId), {
        as: 'candidate',
        actorId: caller.id,
        reason,
      }),
    );
  }
}
