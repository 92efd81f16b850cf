import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  entryLifecycle,
  Refusal,
  type AccessOfSession,
  type ChangeAccessInput,
  type ExamSessionView,
} from '@ennead/contracts';
import {
  ExamSession,
  examSessions,
  holdPlaces,
  placesTaken,
  placesTakenBy,
  readClock,
  SessionGuest,
  SessionHouse,
  stateList,
  transition,
} from '@ennead/persistence';
import { holdInForce } from '@ennead/scoring';
import sql from 'sql-template-tag';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { insertCircle, readAccess } from './circle.ts';
import { demandImpartial } from './demand-impartial.ts';
import { findSessionViews } from './find-session-views.ts';
import { refuseCancelled } from './hold-session.ts';

const over = stateList(entryLifecycle, ...entryLifecycle.final);

/** For whom a session is, how many can sit it, and whether the body confirms each, until it is over. */
@Injectable()
export class SessionCircles {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** @throws Refusal NOT_FOUND */
  async view(id: string): Promise<AccessOfSession> {
    const session = await this.db.manager.findOneBy(ExamSession, { id });
    if (!session) throw new Refusal('NOT_FOUND');
    return readAccess(this.db.manager, session);
  }

  /**
   * Another circle or other places, from now on; whoever is in it stays. It takes the session for itself first, as every change of one.
   *
   * @throws Refusal NOT_FOUND, SESSION_CANCELLED, SESSION_CONFLICT, SESSION_CLOSED, SESSION_ACCESS_CHANGED; SESSION_PLACES_HELD with
   *   how many are; SESSION_LEAVES_OUT with how many entries are of others, unless they are to be kept
   */
  change(
    caller: Caller,
    id: string,
    { reason, keeps, seen, ...after }: ChangeAccessInput,
  ): Promise<ExamSessionView> {
    return this.db.transaction(async (manager) => {
      await holdInForce(manager);
      const lock = { mode: 'pessimistic_write' } as const;
      const session = await manager.findOne(ExamSession, { where: { id }, lock });
      if (!session) throw new Refusal('NOT_FOUND');
      refuseCancelled(session);
      await demandImpartial(manager, caller, id);
      if (session.closesAt <= (await readClock(manager))) throw new Refusal('SESSION_CLOSED');
      await holdPlaces(manager, id);
      const before = await readAccess(manager, session);
      if (seen && !isSame(seen, before)) throw new Refusal('SESSION_ACCESS_CHANGED');
      await refuseFewer(manager, id, after);
      const leftOut = await countLeftOut(manager, id, after);
      if (leftOut > 0 && !keeps)
        throw new Refusal('SESSION_LEAVES_OUT', [{ path: 'held', message: String(leftOut) }]);
      const { access, places, confirms } = after;
      const changed = await transition(manager, examSessions, id, {
        event: 'admit',
        actorId: caller.id,
        guards: { 'not-over': sql`closes_at > clock()` },
        set: { access, places, confirms },
        detail: { reason, before: describe(before), after: describe(after), leftOut },
      });
      if (!changed) throw new Refusal('SESSION_CLOSED');
      await manager.delete(SessionHouse, { examSessionId: id });
      await manager.delete(SessionGuest, { examSessionId: id });
      await insertCircle(manager, id, after);
      const [view] = await findSessionViews(manager, id);
      return view!;
    });
  }
}

const isSame = (one: AccessOfSession, other: AccessOfSession): boolean =>
  JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));

const ordered = ({ access, places, confirms, houses, guests }: AccessOfSession) => [
  access,
  places,
  confirms,
  houses.map(({ institutionId, quota }) => `${institutionId} ${quota}`).sort(),
  [...guests].sort(),
];

/** For the trail: of a list how long it is; whose addresses stand in it is no business of the trail's. */
const describe = ({ guests, ...rest }: AccessOfSession) => ({ ...rest, guests: guests.length });

const refuseFewer = async (
  manager: EntityManager,
  id: string,
  { places, houses }: Pick<AccessOfSession, 'places' | 'houses'>,
): Promise<void> => {
  const [{ taken }]: [{ taken: number }] = await manager.query(
    `SELECT ${placesTaken} AS taken FROM exam_session session WHERE session.id = $1`,
    [id],
  );
  if (places !== null && places < taken)
    throw new Refusal('SESSION_PLACES_HELD', [{ path: 'held', message: String(taken) }]);
  for (const { institutionId, quota } of houses) {
    if (quota === null) continue;
    const [{ own }]: [{ own: number }] = await manager.query(
      `SELECT ${placesTakenBy('$2::uuid')} AS own FROM exam_session session WHERE session.id = $1`,
      [id, institutionId],
    );
    if (quota < own)
      throw new Refusal('SESSION_PLACES_HELD', [{ path: `held.${institutionId}`, message: String(own) }]);
  }
};

/** How many entries that are not over are of people for whom the session would be no longer. */
const countLeftOut = async (
  manager: EntityManager,
  id: string,
  { access, houses, guests }: AccessOfSession,
): Promise<number> => {
  if (access === 'open') return 0;
  const [{ count }]: [{ count: number }] = await manager.query(
    `SELECT count(*)::int AS count FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id
     JOIN person ON person.id = enrolment.candidate_id LEFT JOIN cohort ON cohort.id = entry.cohort_id
     WHERE entry.exam_session_id = $1 AND entry.state NOT IN (${over}) AND NOT CASE WHEN $2 = 'institutions'
       THEN coalesce(coalesce(cohort.institution_id, person.institution_id) = ANY ($3::uuid[]), false)
       ELSE person.email = ANY ($4::text[]) END`,
    [id, access, houses.map(({ institutionId }) => institutionId), guests],
  );
  return count;
};
