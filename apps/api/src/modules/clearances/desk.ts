import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  examSessionLifecycle,
  Refusal,
  type DeskPage,
  type DeskQuery,
  type DeskSession,
  type DeskWork,
} from '@ennead/contracts';
import { may, sourcesOf } from '@ennead/domain';
import {
  ContentBank,
  ExamSession,
  findStandings,
  readBars,
  readClock,
  SessionDuty,
  stateList,
  whereMay,
} from '@ennead/persistence';
import sql, { raw } from 'sql-template-tag';
import { DataSource, IsNull } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { countDesks, findDeskIds, readDesk } from './find-desk.ts';
import { yearsAsked } from './years-asked.ts';

const held = raw(stateList(examSessionLifecycle, ...sourcesOf(examSessionLifecycle, 'cancel')));

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
    const [{ requestedCount, missingCounts }] = (await this.count(caller, [sessionId])) as [DeskWork];
    return {
      ...page,
      rows,
      session: await this.viewSession(session),
      serverNow: (await readClock(manager)).toISOString(),
      requestedCount,
      missingCounts,
    };
  }

  /** Of the sessions that the caller looks after and that are not over: what opens first comes first. */
  async work(caller: Caller): Promise<DeskWork[]> {
    const { manager } = this.db;
    const { text, values } = sql`SELECT session.id FROM exam_session session
      JOIN session_duty duty ON duty.exam_session_id = session.id AND duty.until_at IS NULL
      WHERE duty.person_id = ${caller.id} AND session.state IN (${held}) AND clock() < session.closes_at
      ORDER BY session.opens_at, session.id`;
    const sessions: { id: string }[] = await manager.query(text, values);
    return this.count(
      caller,
      sessions.map(({ id }) => id),
    );
  }

  private async count(caller: Caller, sessionIds: readonly string[]): Promise<DeskWork[]> {
    const { manager } = this.db;
    const { bars } = await readBars(manager);
    return countDesks(manager, sessionIds, whereMay(caller, 'accommodation.decide', sql`entry.id`, bars));
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
