import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type ParkedEvent, type WorkView } from '@ennead/contracts';
import { Duty, readClock, recordAudit } from '@ennead/persistence';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { findParked } from './find-parked.ts';
import { findWaiting } from './find-waiting.ts';
import { viewDuties } from './view-duties.ts';

@Injectable()
export class WorkService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async view(): Promise<WorkView> {
    const { manager } = this.db;
    const now = await readClock(manager);
    return {
      serverNow: now.toISOString(),
      duties: viewDuties(await manager.find(Duty), now),
      ...(await findWaiting(manager)),
      ...(await findParked(manager)),
    };
  }

  /** Has what was parked tried again from the beginning, soon. @throws Refusal NOT_FOUND for what is not parked */
  retry(caller: Caller, { handler, eventId }: Pick<ParkedEvent, 'handler' | 'eventId'>): Promise<void> {
    return this.db.transaction(async (manager) => {
      const [rows]: [{ fault: string; entryId: string | null }[], number] = await manager.query(
        `UPDATE event_delivery delivery SET parked_at = NULL, tries = 0, due_at = NULL FROM outbox_event event
         WHERE event.id = delivery.event_id AND delivery.handler = $1 AND delivery.event_id = $2
           AND delivery.handled_at IS NULL AND delivery.parked_at IS NOT NULL
         RETURNING delivery.fault, event.entry_id AS "entryId"`,
        [handler, eventId],
      );
      const parked = rows[0];
      if (!parked) throw new Refusal('NOT_FOUND');
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'event.retried',
        subjectKind: 'event',
        subjectId: eventId,
        ...(parked.entryId && { entryId: parked.entryId }),
        detail: { handler, fault: parked.fault },
      });
    });
  }
}
