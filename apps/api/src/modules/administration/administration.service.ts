import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  Refusal,
  type ChangePersonInput,
  type CreatedPerson,
  type CreateInstitutionInput,
  type CreatePersonInput,
  type ErasePersonInput,
  type InstitutionRecord,
  type InstitutionView,
  type PeoplePage,
  type PeopleQuery,
  type PersonRecord,
} from '@ennead/contracts';
import { rolesToPropose } from '@ennead/domain';
import {
  Institution,
  isOnlyCandidate,
  Person,
  readClock,
  recordAudit,
  SamePerson,
  voidInvitationsOf,
} from '@ennead/persistence';
import { ArrayContains, DataSource, In, IsNull, Not, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { isDuplicate } from '../../infrastructure/is-duplicate.ts';
import { isClosedForAnother } from '../identity/is-closed-for-another.ts';
import { endLogInsOf } from '../identity/end-log-ins.ts';
import { SecondFactors } from '../identity/second-factors.ts';
import { GivenLinks } from '../identity/links/given-links.ts';
import { voidLinksOf } from '../identity/links/void-links.ts';
import { Schemes } from '../results/schemes.ts';
import { Appointments } from './appointments.ts';
import { erasePerson } from './erase-person.ts';
import { findPeople } from './find-people.ts';
import { lockAdministrators } from './lock-administrators.ts';

@Injectable()
export class AdministrationService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly given: GivenLinks,
    private readonly appointments: Appointments,
    private readonly schemes: Schemes,
    private readonly factors: SecondFactors,
  ) {}

  async people(query: PeopleQuery): Promise<PeoplePage> {
    const { ids, ...place } = await findPeople(this.db.manager, query);
    const people = await this.db.manager.findBy(Person, { id: In([...ids]) });
    const institutionIds = people.flatMap(({ institutionId }) => institutionId ?? []);
    const institutions = await this.db.manager.findBy(Institution, { id: In(institutionIds) });
    const proposed = await this.appointments.findOpen(this.db.manager, ids);
    const holders = await this.factors.holdersAmong(ids);
    const rows = ids.flatMap((id) => {
      const person = people.find((each) => each.id === id);
      const institution = institutions.find((each) => each.id === person?.institutionId);
      const more = { proposedRoles: proposed.get(id)!, secondFactor: holders.has(id) };
      return person ? [viewPerson(person, institution ?? null, more)] : [];
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

  /** A person with roles and without a password: the invitation lets them set one, by mail alone where they are more than a candidate. */
  async createPerson(caller: Caller, input: CreatePersonInput): Promise<CreatedPerson> {
    const institution = await this.findInstitution(input.institutionId);
    const { rules } = await this.schemes.inForce(await readClock(this.db));
    const proposed = rolesToPropose([], input.roles, rules);
    const roles = input.roles.filter((role) => !proposed.includes(role));
    try {
      return await this.db.transaction(async (manager) => {
        const person = await manager.save(manager.create(Person, { ...input, roles, passwordHash: null }));
        await this.appointments.propose(manager, caller, person.id, proposed);
        const invitation = await this.given.invite(manager, caller, person);
        await recordAudit(manager, {
          actorId: caller.id,
          action: 'person.created',
          subjectKind: 'person',
          subjectId: person.id,
          detail: { roles, institutionId: input.institutionId },
        });
        return { person: await this.view(manager, person, institution), invitation };
      });
    } catch (fault) {
      if (isDuplicate(fault)) throw new Refusal('EMAIL_TAKEN', [{ path: 'email', message: 'taken' }]);
      throw fault;
    }
  }

  async changePerson(caller: Caller, id: string, input: ChangePersonInput): Promise<PersonRecord> {
    const institution = await this.findInstitution(input.institutionId);
    const { rules } = await this.schemes.inForce(await readClock(this.db));
    return this.db.transaction(async (manager) => {
      await lockAdministrators(manager, caller);
      const person = await manager.findOne(Person, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!person) throw new Refusal('NOT_FOUND');
      if (person.erasedAt) throw new Refusal('PERSON_ERASED');
      if (input.seen && !isAsSeen(person, input.seen)) throw new Refusal('PERSON_CHANGED');
      await refuseDuplicate(manager, person, input);
      const staysAdministrator = input.roles.includes('administrator') && !input.disabled;
      const others = { id: Not(id), roles: ArrayContains(['administrator']), disabledAt: IsNull() };
      if (
        person.roles.includes('administrator') &&
        !staysAdministrator &&
        !(await manager.existsBy(Person, others))
      )
        throw new Refusal('LAST_ADMINISTRATOR');
      const proposed = rolesToPropose(person.roles, input.roles, rules);
      const roles = input.roles.filter((role) => !proposed.includes(role));
      await this.appointments.propose(manager, caller, id, proposed);
      const changed = await manager.save(Person, {
        ...person,
        roles,
        institutionId: input.institutionId,
        disabledAt: input.disabled ? (person.disabledAt ?? (await readClock(manager))) : null,
        closedAt: input.disabled ? person.closedAt : null,
        // An account that the body gives something to is not up for whoever comes first.
        ...(isMoved(person, { roles, institutionId: input.institutionId }) && { releasedAt: null }),
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
          after: { roles, institutionId: input.institutionId, disabled: input.disabled },
        },
      });
      // A link was made for what the account was: it opens nothing that it has become since.
      if (input.disabled || isMoved(person, changed)) {
        await voidLinksOf(manager, id, caller.id);
        await voidInvitationsOf(manager, id, caller.id);
      }
      if (input.disabled) await endLogInsOf(manager, id, null);
      // Theirs is what was given once they have shown that the account is.
      else if (isOnlyCandidate(person) && !isOnlyCandidate(changed) && changed.unprovenSince)
        await this.given.askAnew(manager, caller, changed);
      return this.view(manager, changed, institution);
    });
  }

  /** @throws Refusal as `erasePerson` does */
  erase(caller: Caller, id: string, input: ErasePersonInput): Promise<void> {
    return this.db.transaction((manager) => erasePerson(manager, caller, id, input));
  }

  private async view(
    manager: EntityManager,
    person: Person,
    institution: Institution | null,
  ): Promise<PersonRecord> {
    const proposed = await this.appointments.findOpen(manager, [person.id]);
    const holders = await this.factors.holdersAmong([person.id]);
    const more = { proposedRoles: proposed.get(person.id)!, secondFactor: holders.has(person.id) };
    return viewPerson(person, institution, more);
  }

  private async findInstitution(id: string | null): Promise<Institution | null> {
    if (id === null) return null;
    const institution = await this.db.manager.findOneBy(Institution, { id });
    if (!institution) throw new Refusal('NOT_FOUND');
    return institution;
  }
}

/** @throws Refusal SAME_PERSON_STILL, SAME_PERSON_NO_ROLE, while another account is kept in the place of this one */
const refuseDuplicate = async (
  manager: EntityManager,
  { id, roles, disabledAt }: Person,
  input: ChangePersonInput,
): Promise<void> => {
  if (disabledAt && !input.disabled && (await isClosedForAnother(manager, id)))
    throw new Refusal('SAME_PERSON_STILL');
  const isGiven = input.roles.some((role) => role !== 'candidate' && !roles.includes(role));
  if (isGiven && (await manager.existsBy(SamePerson, { otherId: id, holds: true })))
    throw new Refusal('SAME_PERSON_NO_ROLE');
};

const isMoved = (
  person: Person,
  { roles, institutionId }: Pick<Person, 'roles' | 'institutionId'>,
): boolean =>
  person.institutionId !== institutionId || [...person.roles].sort().join() !== [...roles].sort().join();

const isAsSeen = (person: Person, seen: NonNullable<ChangePersonInput['seen']>): boolean =>
  person.institutionId === seen.institutionId &&
  (person.disabledAt !== null) === seen.disabled &&
  [...person.roles].sort().join() === [...seen.roles].sort().join();

const viewPerson = (
  person: Person,
  institution: InstitutionView | null,
  more: Pick<PersonRecord, 'proposedRoles' | 'secondFactor'>,
): PersonRecord => ({
  ...more,
  id: person.id,
  email: person.email,
  name: person.name,
  roles: person.roles,
  institution,
  createdAt: person.createdAt.toISOString(),
  active: person.passwordHash !== null,
  disabled: person.disabledAt !== null,
  erased: person.erasedAt !== null,
});
