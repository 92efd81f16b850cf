import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type DeskPage, type DeskQuery, type DeskSession } from '@ennead/contracts';
import { may } from '@ennead/domain';
import { ContentBank, ExamSession, findStandings, readClock, SessionDuty } from '@ennead/persistence';
import { DataSource, IsNull } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { countDesk, findDeskIds, readDesk } from './find-desk.ts';
import { yearsAsked } from './years-asked.ts';

/** Who is in a session, and what of each is missing before the first part. */
@Injectable()
export class Desk {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly bank: ContentBank,
  ) {}

  /** @throws Refusal NOT_FOUND, also for a session that somebody else looks after */
  async view(caller: Caller, sessionId: string, query: DeskQuery): Promise<DeskPage> {
    const { manager } = this.db;
    const session = await manager.findOneBy(ExamSession, { id: sessionId });
    const duty = { examSessionId: sessionId, personId: caller.id, untilAt: IsNull() };
    if (!session || !(await manager.existsBy(SessionDuty, duty))) throw new Refusal('NOT_FOUND');
    const { ids, ...page } = await findDeskIds(manager, sessionId, query);
    const standings = await findStandings(manager, caller.id, 'entry', ids);
    const rows = (await readDesk(manager, ids)).map((row) => {
      const standing = standings.get(row.entryId);
      return { ...row, isBarred: !standing || !may(caller, 'entry.clear', standing) };
    });
    return {
      ...page,
      rows,
      session: await this.viewSession(session),
      serverNow: (await readClock(manager)).toISOString(),
      ...(await countDesk(manager, sessionId)),
    };
  }

  private async viewSession(session: ExamSession): Promise<DeskSession> {
    const { id, title, role, level, state, opensAt, closesAt, confirms, places, clearances } = session;
    return {
      id,
      title,
      role,
      level,
      state,
      opensAt: opensAt.toISOString(),
      closesAt: closesAt.toISOString(),
      confirms,
      places,
      clearances,
      yearsAsked: yearsAsked(await this.bank.scheme(session.schemeHash), level),
    };
  }
}
