import type { AccommodationState, LevelCode, LocalizedText, Measures, RoleCode } from '@ennead/contracts';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { isNotOver } from './not-over.ts';

/** An accommodation with whose it is and what for. */
export type FoundAccommodation = {
  readonly id: string;
  readonly entryId: string;
  readonly state: AccommodationState;
  readonly asked: Measures;
  readonly measures: Measures | null;
  readonly askedAt: Date;
  readonly decidedAt: Date | null;
  readonly isKept: boolean;
  readonly reason: string;
  readonly evidence: string;
  readonly answer: string | null;
  readonly askedByName: string;
  readonly askedByCandidate: boolean;
  readonly candidateName: string;
  readonly role: RoleCode;
  readonly level: LevelCode;
  readonly sessionTitle: LocalizedText;
  readonly opensAt: Date;
  readonly isOver: boolean;
  readonly now: Date;
};

/**
 * @param where a condition over `accommodation`, its `entry` and `enrolment`
 * @param order what comes first, and how many of them at most
 */
export const findAccommodations = (
  manager: EntityManager,
  where: Sql,
  order: Sql = sql`accommodation.asked_at DESC, accommodation.id`,
): Promise<FoundAccommodation[]> => {
  const { text, values } = sql`
    SELECT accommodation.id, accommodation.entry_id AS "entryId", accommodation.state, asked, measures,
      asked_at AS "askedAt", decided_at AS "decidedAt", from_id IS NOT NULL AS "isKept", reason, evidence, answer, asking.name AS "askedByName",
      asking.id = candidate.id AS "askedByCandidate", candidate.name AS "candidateName", enrolment.role,
      enrolment.level, session.title AS "sessionTitle", session.opens_at AS "opensAt",
      NOT ${isNotOver(sql`entry.id`)} AS "isOver", clock() AS now
    FROM accommodation JOIN entry ON entry.id = accommodation.entry_id
    JOIN enrolment ON enrolment.id = entry.enrolment_id JOIN person candidate ON candidate.id = enrolment.candidate_id
    JOIN person asking ON asking.id = accommodation.asked_by JOIN exam_session session ON session.id = entry.exam_session_id
    WHERE ${where} ORDER BY ${order}`;
  return manager.query(text, values);
};
