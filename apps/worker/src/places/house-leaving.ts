import { entryLifecycle, eventName, type Locale, type PersonRole } from '@ennead/contracts';
import { nameless } from '@ennead/mail';
import {
  Cohort,
  hasNotFallen,
  isMereCandidate,
  recordAudit,
  stateList,
  voidInvitationsOf,
} from '@ennead/persistence';
import { In, type EntityManager } from 'typeorm';
import type { Handler } from '../events/handler.ts';

const invited = eventName(entryLifecycle, 'invite');
const accepted = eventName(entryLifecycle, 'accept');
const cameToNothing = (['decline', 'withdraw', 'lapse'] as const).map((event) =>
  eventName(entryLifecycle, event),
);

/**
 * Whoever is an institution's only because its roster named them is nobody's once that came to nothing before they had said yes, whatever
 * ended it: their own no, the institution, the clock, or the session that is cancelled. Neither house nor link stays, nor the spelling
 * that somebody else typed, unless another seat there does. An account that nobody has opened is then anybody's who shows that the
 * address is theirs, under the name that they give.
 */
export const houseLeaving: Handler<'house-leaving'> = {
  name: 'house-leaving',
  on: cameToNothing,
  handle: async (manager, { subjectId }) => {
    const house = await findHouse(manager, subjectId);
    if (!house) return;
    const { personId, institutionId } = house;
    // Whoever gives them another seat there takes the person first, and is seen from here on.
    const person = await holdOwn(manager, personId, institutionId);
    if (!person || !(await isMereCandidate(manager, person))) return;
    if (await hasSeatOf(manager, personId, institutionId)) return;
    const cohorts = await manager.find(Cohort, { select: { id: true }, where: { institutionId } });
    await voidInvitationsOf(manager, personId, null, { cohortId: In(cohorts.map(({ id }) => id)) });
    const name = person.isOpened
      ? person.name
      : ((await findOtherName(manager, personId)) ?? nameless[person.locale]);
    await manager.query(
      `UPDATE person SET institution_id = NULL, created_by_institution_id = NULL, name = $2,
         released_at = CASE WHEN is_opened THEN released_at ELSE clock() END WHERE id = $1`,
      [personId, name],
    );
    await recordAudit(manager, {
      actorId: null,
      action: 'person.released',
      subjectKind: 'person',
      subjectId: personId,
      detail: { institutionId },
    });
  },
};

type House = { readonly personId: string; readonly institutionId: string };

/** Of a seat that an institution offered and nobody took. */
const findHouse = async (manager: EntityManager, entryId: string): Promise<House | undefined> => {
  const [house]: House[] = await manager.query(
    `SELECT enrolment.candidate_id AS "personId", cohort.institution_id AS "institutionId"
     FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id JOIN cohort ON cohort.id = entry.cohort_id
     WHERE entry.id = $1 AND EXISTS (SELECT FROM audit_event WHERE entry_id = entry.id AND action = $2)
       AND NOT EXISTS (SELECT FROM audit_event WHERE entry_id = entry.id AND action = $3)`,
    [entryId, invited, accepted],
  );
  return house;
};

type Own = {
  readonly id: string;
  readonly name: string;
  readonly locale: Locale;
  readonly roles: PersonRole[];
  readonly isOpened: boolean;
};

/** Whom the institution made and still has, locked. */
const holdOwn = async (
  manager: EntityManager,
  personId: string,
  institutionId: string,
): Promise<Own | undefined> => {
  const [own]: Own[] = await manager.query(
    `SELECT id, name, locale, roles, is_opened AS "isOpened" FROM person
     WHERE id = $1 AND institution_id = $2 AND created_by_institution_id = $2 FOR NO KEY UPDATE`,
    [personId, institutionId],
  );
  return own;
};

/** Whether they have, or had and sat, any other seat by a cohort of the institution. */
const hasSeatOf = async (
  manager: EntityManager,
  personId: string,
  institutionId: string,
): Promise<boolean> => {
  const seats: unknown[] = await manager.query(
    `SELECT FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id JOIN cohort ON cohort.id = entry.cohort_id
     WHERE enrolment.candidate_id = $1 AND cohort.institution_id = $2 AND ${hasNotFallen} LIMIT 1`,
    [personId, institutionId],
  );
  return seats.length > 0;
};

/** As another institution calls them, whose invitation waits. */
const findOtherName = async (manager: EntityManager, personId: string): Promise<string | null> => {
  const [found]: { name: string }[] = await manager.query(
    `SELECT entry.roster_name AS name FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id
     WHERE enrolment.candidate_id = $1 AND entry.roster_name IS NOT NULL AND entry.state = ${stateList(entryLifecycle, 'invited')}
     ORDER BY entry.entered_at DESC, entry.id LIMIT 1`,
    [personId],
  );
  return found?.name ?? null;
};
