import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type LogInView } from '@ennead/contracts';
import { recordAudit } from '@ennead/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { endLogInsOf } from './end-log-ins.ts';

/** A log-in by a name that opens nothing: who reads it in a page or a log has no cookie. */
const spoken = `encode(sha256(convert_to(sid, 'UTF8')), 'hex')`;

/** Somebody's own log-ins: looked at, and ended on devices that are not at hand. */
@Injectable()
export class OwnLogIns {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The latest used first; the one that asks stands on top. */
  async list(caller: Caller, logInId: string): Promise<LogInView[]> {
    const rows: (Omit<LogInView, 'begunAt' | 'usedAt'> & { begunAt: Date; usedAt: Date })[] =
      await this.db.query(
        `SELECT ${spoken} AS id, begun_at AS "begunAt", used_at AS "usedAt", sess ->> 'browser' AS browser,
           sess ->> 'system' AS system, sid = $2 AS current
         FROM web_session WHERE sess ->> 'personId' = $1 AND expire > now()
         ORDER BY current DESC, used_at DESC, begun_at DESC`,
        [caller.id, logInId],
      );
    return rows.map((row) => ({
      ...row,
      begunAt: row.begunAt.toISOString(),
      usedAt: row.usedAt.toISOString(),
    }));
  }

  end(caller: Caller, id: string): Promise<void> {
    return this.db.transaction(async (manager) => {
      const [ended] = (await manager.query(
        `DELETE FROM web_session WHERE sess ->> 'personId' = $1 AND ${spoken} = $2 RETURNING sid`,
        [caller.id, id],
      )) as [unknown[], number];
      if (ended.length === 0) throw new Refusal('NOT_FOUND');
      await record(manager, caller, 1);
    });
  }

  endOthers(caller: Caller, logInId: string): Promise<void> {
    return this.db.transaction(async (manager) => {
      const count = await endLogInsOf(manager, caller.id, logInId);
      if (count > 0) await record(manager, caller, count);
    });
  }
}

const record = (manager: EntityManager, { id }: Caller, count: number): Promise<void> =>
  recordAudit(manager, {
    actorId: id,
    action: 'log-in.ended',
    subjectKind: 'person',
    subjectId: id,
    detail: { count },
  });
