import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  Refusal,
  type RegistrarsInput,
  type SessionDutiesView,
  type StaffedSessionsPage,
  type StaffedSessionsQuery,
} from '@ennead/contracts';
import { ExamSession, Person, recordAudit, SessionDuty } from '@ennead/persistence';
import { ArrayContains, DataSource, IsNull, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demandImpartial } from '../sessions/demand-impartial.ts';
import { findStaffedSessions, readStaffed } from './find-staffed-sessions.ts';

/** Who looks after the cases of which session. */
@Injectable()
export class RegistrarsService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  list(query: StaffedSessionsQuery): Promise<StaffedSessionsPage> {
    return findStaffedSessions(this.db.manager, query);
  }

  /** @throws Refusal NOT_FOUND */
  async view(id: string): Promise<SessionDutiesView> {
    const { manager } = this.db;
    const [session] = await readStaffed(manager, [id]);
    if (!session) throw new Refusal('NOT_FOUND');
    const people = await findRegistrars(manager);
    return { session, people: people.map(({ id: personId, name }) => ({ id: personId, name })) };
  }

  /**
   * These and nobody else from now on. What others did until then stays, and that they could.
   * @throws Refusal NOT_FOUND, REGISTRARS_CHANGED, REGISTRAR_UNKNOWN, REGISTRAR_SELF, SESSION_CONFLICT, DECLARATION_DUE
   */
  async assign(caller: Caller, id: string, { personIds, seen }: RegistrarsInput): Promise<SessionDutiesView> {
    const after = [...new Set(personIds)];
    await this.db.transaction(async (manager) => {
      // One after another, so that each line in the trail begins where the one before it ended.
      const session = await manager.findOne(ExamSession, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!session) throw new Refusal('NOT_FOUND');
      // Whoever looks after a session says of everybody in it who they are and what they need.
      await demandImpartial(manager, caller, id);
      const registrars = (await findRegistrars(manager)).map((person) => person.id);
      const before = (await manager.findBy(SessionDuty, { examSessionId: id, untilAt: IsNull() })).map(
        ({ personId }) => personId,
      );
      // Whoever has lost the role since is shown to nobody.
      const shownNow = before.filter((one) => registrars.includes(one));
      if (!isSame(seen, shownNow)) throw new Refusal('REGISTRARS_CHANGED');
      if (!after.every((one) => registrars.includes(one))) throw new Refusal('REGISTRAR_UNKNOWN');
      await manager.query(
        `UPDATE session_duty SET until_at = clock()
         WHERE exam_session_id = $1 AND until_at IS NULL AND person_id <> ALL ($2::uuid[])`,
        [id, after],
      );
      const begun = after.filter((one) => !before.includes(one));
      // Who looks after whose cases is for somebody else to say.
      if (begun.includes(caller.id)) throw new Refusal('REGISTRAR_SELF');
      await manager.insert(
        SessionDuty,
        begun.map((personId) => ({ examSessionId: id, personId })),
      );
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'exam-session.registrars-set',
        subjectKind: 'exam-session',
        subjectId: id,
        detail: { before, after },
      });
    });
    return this.view(id);
  }
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join() === [...other].sort().join();

const findRegistrars = (manager: EntityManager): Promise<Person[]> =>
  manager.find(Person, {
    where: { roles: ArrayContains(['registrar']), disabledAt: IsNull() },
    order: { name: 'ASC', id: 'ASC' },
  });
