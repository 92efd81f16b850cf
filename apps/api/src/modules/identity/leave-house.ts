import { entryLifecycle } from '@ennead/contracts';
import { nameless } from '@ennead/mail';
import { Cohort, hasNotFallen, Person, recordAudit, stateList } from '@ennead/persistence';
import { In, type EntityManager } from 'typeorm';
import { isMereCandidate } from './is-mere-candidate.ts';
import { voidInvitationsOf } from './links/void-links.ts';
import { lockPerson } from './lock-person.ts';

type Left = {
  readonly personId: string;
  /** Of the seat that came to nothing before its candidate had said yes. */
  readonly cohortId: string | null;
  readonly actorId: string;
};

/**
 * Whoever is an institution's only because its roster named them is nobody's once they have said no, or the seat was taken back: neither
 * house nor link stays, nor the spelling that somebody else typed, unless another seat there does. An account that nobody has opened is
 * then anybody's who shows that the address is theirs, under the name that they give. The person is to be locked before the entry.
 */
export const leaveHouse = async (
  manager: EntityManager,
  { personId, cohortId, actorId }: Left,
): Promise<void> => {
  if (cohortId === null) return;
  const { institutionId } = await manager.findOneByOrFail(Cohort, { id: cohortId });
  const person = await lockPerson(manager, personId);
  if (person.institutionId !== institutionId || person.createdByInstitutionId !== institutionId) return;
  if (!(await isMereCandidate(manager, person)) || (await hasSeatOf(manager, personId, institutionId)))
    return;
  const cohorts = await manager.findBy(Cohort, { institutionId });
  await voidInvitationsOf(manager, personId, actorId, { cohortId: In(cohorts.map(({ id }) => id)) });
  const isUnopened = person.passwordHash === null;
  const name = isUnopened
    ? ((await findOtherName(manager, personId)) ?? nameless[person.locale])
    : person.name;
  await manager.update(
    Person,
    { id: personId },
    {
      institutionId: null,
      createdByInstitutionId: null,
      name,
      ...(isUnopened && { releasedAt: () => 'clock()' }),
    },
  );
  await recordAudit(manager, {
    actorId,
    action: 'person.released',
    subjectKind: 'person',
    subjectId: personId,
    detail: { institutionId },
  });
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
