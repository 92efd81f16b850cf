import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  invitationLifecycle,
  Refusal,
  type ChangePersonInput,
  type CreatedPerson,
  type CreateInstitutionInput,
  type CreatePersonInput,
  type InstitutionRecord,
  type InstitutionView,
  type PeoplePage,
  type PeopleQuery,
  type PersonRecord,
} from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { Institution, Invitation, Person, readClock, recordAudit } from '@ennead/persistence';
import { ArrayContains, DataSource, In, IsNull, MoreThan, Not, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { isDuplicate } from '../../infrastructure/is-duplicate.ts';
import { SETTINGS, type Settings } from '../../settings.ts';
import { endLogInsOf } from '../identity/end-log-ins.ts';
import { makeInvitation } from '../identity/make-invitation.ts';
import { findPeople } from './find-people.ts';

@Injectable()
export class AdministrationService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async people(query: PeopleQuery): Promise<PeoplePage> {
    const { ids, ...place } = await findPeople(this.db.manager, query);
    const people = await this.db.manager.findBy(Person, { id: In([...ids]) });
    const institutionIds = people.flatMap(({ institutionId }) => institutionId ?? []);
    const institutions = await this.db.manager.findBy(Institution, { id: In(institutionIds) });
    const rows = ids.flatMap((id) => {
      const person = people.find((each) => each.id === id);
      const institution = institutions.find((each) => each.id === person?.institutionId);
      return person ? [viewPerson(person, institution ?? null)] : [];
    });
    return { ...place, rows };
  }

  listInstitutions(): Promise<InstitutionRecord[]> {
    return this.db.query(
      `SELECT institution.id, institution.name, count(person.id)::int AS "peopleCount"
       FROM institution LEFT JOIN person ON person.institution_id = institution.id
       GROUP BY institution.id ORDER BY institution.name ->> 'zh-CN' COLLATE person_name, institution.id`,
    );
  }

  createInstitution(caller: Caller, input: CreateInstitutionInput): Promise<InstitutionView> {
    return this.db.transaction(async (manager) => {
      const institution = await manager.save(manager.create(Institution, input));
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'institution.created',
        subjectKind: 'institution',
        subjectId: institution.id,
        detail: { name: input.name },
      });
      return institution;
    });
  }

  /** A person with roles and without a password: the invitation lets them set one. */
  async createPerson(caller: Caller, input: CreatePersonInput): Promise<CreatedPerson> {
    const institution = await this.findInstitution(input.institutionId);
    try {
      return await this.db.transaction(async (manager) => {
        const person = await manager.save(manager.create(Person, { ...input, passwordHash: null }));
        const invitation = await makeInvitation(manager, person, {
          actorId: caller.id,
          entryId: null,
          cohort: null,
          publicUrl: this.settings.PUBLIC_URL,
        });
        await recordAudit(manager, {
          actorId: caller.id,
          action: 'person.created',
          subjectKind: 'person',
          subjectId: person.id,
          detail: { roles: input.roles, institutionId: input.institutionId },
        });
        return { person: viewPerson(person, institution), invitation };
      });
    } catch (fault) {
      if (isDuplicate(fault)) throw new Refusal('EMAIL_TAKEN', [{ path: 'email', message: 'taken' }]);
      throw fault;
    }
  }

  async changePerson(caller: Caller, id: string, input: ChangePersonInput): Promise<PersonRecord> {
    const institution = await this.findInstitution(input.institutionId);
    return this.db.transaction(async (manager) => {
      await lockAdministrators(manager);
      const person = await manager.findOne(Person, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!person) throw new Refusal('NOT_FOUND');
      // Whoever asks may be no administrator any more since the one before.
      const asks = await manager.findOneBy(Person, { id: caller.id, disabledAt: IsNull() });
      if (!asks?.roles.includes('administrator')) throw new Refusal('FORBIDDEN');
      if (input.seen && !isAsSeen(person, input.seen)) throw new Refusal('PERSON_CHANGED');
      await refuseOverInvited(manager, person, input);
      const staysAdministrator = input.roles.includes('administrator') && !input.disabled;
      const others = { id: Not(id), roles: ArrayContains(['administrator']), disabledAt: IsNull() };
      if (
        person.roles.includes('administrator') &&
        !staysAdministrator &&
        !(await manager.existsBy(Person, others))
      )
        throw new Refusal('LAST_ADMINISTRATOR');
      const changed = await manager.save(Person, {
        ...person,
        roles: input.roles,
        institutionId: input.institutionId,
        disabledAt: input.disabled ? (person.disabledAt ?? (await readClock(manager))) : null,
      });
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'person.changed',
        subjectKind: 'person',
        subjectId: id,
        detail: {
          before: {
            roles: person.roles,
            institutionId: person.institutionId,
            disabled: person.disabledAt !== null,
          },
          after: { roles: input.roles, institutionId: input.institutionId, disabled: input.disabled },
        },
      });
      if (input.disabled) await endLogInsOf(manager, id, null);
      return viewPerson(changed, institution);
    });
  }

  private async findInstitution(id: string | null): Promise<Institution | null> {
    if (id === null) return null;
    const institution = await this.db.manager.findOneBy(Institution, { id });
    if (!institution) throw new Refusal('NOT_FOUND');
    return institution;
  }
}

const isAsSeen = (person: Person, seen: NonNullable<ChangePersonInput['seen']>): boolean =>
  person.institutionId === seen.institutionId &&
  (person.disabledAt !== null) === seen.disabled &&
  [...person.roles].sort().join() === [...seen.roles].sort().join();

/**
 * Changes of people follow one another while there are few who make them: two administrators who each take the role
 * from the other, or from themselves, would leave nobody.
 */
const lockAdministrators = (manager: EntityManager): Promise<unknown> =>
  manager.query(
    `SELECT FROM person WHERE 'administrator' = ANY (roles) AND disabled_at IS NULL ORDER BY id FOR UPDATE`,
  );

/**
 * Whoever has the link of an account that nobody has taken yet becomes what the account is. One that an institution gave out
 * is in more hands than the person's own.
 *
 * @throws Refusal INVITATION_OPEN
 */
const refuseOverInvited = async (
  manager: EntityManager,
  { id, institutionId }: Person,
  input: ChangePersonInput,
): Promise<void> => {
  const becomesMore =
    input.roles.some((role) => role !== 'candidate') || input.institutionId !== institutionId;
  if (!becomesMore) return;
  const usable = {
    personId: id,
    cohortId: Not(IsNull()),
    state: In(sourcesOf(invitationLifecycle, 'accept')),
    expiresAt: MoreThan(await readClock(manager)),
  };
  if (await manager.existsBy(Invitation, usable)) throw new Refusal('INVITATION_OPEN');
};

const viewPerson = (person: Person, institution: InstitutionView | null): PersonRecord => ({
  id: person.id,
  email: person.email,
  name: person.name,
  roles: person.roles,
  institution,
  createdAt: person.createdAt.toISOString(),
  active: person.passwordHash !== null,
  disabled: person.disabledAt !== null,
});
