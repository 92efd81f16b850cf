import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { entryLifecycle, Refusal, type EnteredEntry } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { entries, ExamSession, readClock, transition } from '@ennead/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand } from '../../http/demand.ts';
import type { FoundEntry } from '../enrolments/find-entry.ts';
import { refuseShut } from '../sessions/hold-session.ts';
import { confirmSeat } from '../tries/confirm-seat.ts';
import { lockSeat } from '../tries/lock-seats.ts';
import { viewEntered } from '../tries/view-entered.ts';
import { withdrawSeat } from '../tries/withdraw-seat.ts';

const requested = sourcesOf(entryLifecycle, 'confirm');

/** Whether somebody has the seat that they asked for, for the registrar to say; nobody whom something ties to its candidate. */
@Injectable()
export class DeskSeats {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** @throws Refusal as `demand` does; ENTRY_NOT_REQUESTED, SESSION_CANCELLED, SESSION_NOT_OPEN_FOR_ENTRY */
  confirm(caller: Caller, id: string): Promise<EnteredEntry> {
    return this.act(caller, id, async (manager, { examSessionId, state }) => {
      if (!requested.includes(state)) throw new Refusal('ENTRY_NOT_REQUESTED');
      const session = await manager.findOneByOrFail(ExamSession, { id: examSessionId });
      refuseShut(session, await readClock(manager));
      return viewEntered(await confirmSeat(manager, id, { actorId: caller.id }));
    });
  }

  /** @throws Refusal as `demand` does; ENTRY_NOT_REQUESTED */
  turnDown(caller: Caller, id: string, reason: string): Promise<void> {
    return this.act(caller, id, async (manager) => {
      const turnedDown = await transition(manager, entries, id, {
        event: 'turn-down',
        actorId: caller.id,
        set: { stateReason: reason },
        detail: { reason },
      });
      if (!turnedDown) throw new Refusal('ENTRY_NOT_REQUESTED');
    });
  }

  /**
   * Until something of it has begun, or nothing can be any more.
   *
   * @throws Refusal as `demand` does; ENTRY_UNDER_WAY
   */
  takeOut(caller: Caller, id: string, reason: string): Promise<void> {
    return this.act(caller, id, (manager, seat) =>
      withdrawSeat(manager, seat, { as: 'body', actorId: caller.id, reason }),
    );
  }

  /** Acts on a seat as it is once nobody else has it. */
  private act<Done>(
    caller: Caller,
    id: string,
    act: (manager: EntityManager, seat: FoundEntry) => Promise<Done>,
  ): Promise<Done> {
    return this.db.transaction(async (manager) => {
      const seat = await lockSeat(manager, id);
      await demand(manager, caller, 'entry.clear', id);
      return act(manager, seat);
    });
  }
}
