import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  appointmentProposalLifecycle,
  Refusal,
  type PersonRole,
  type ProposedRole,
  type ReasonInput,
} from '@ennead/contracts';
import { birth } from '@ennead/domain';
import {
  AppointmentProposal,
  appointmentProposals,
  Approval,
  create,
  Person,
  recordAudit,
  transition,
  voidInvitationsOf,
} from '@ennead/persistence';
import sql from 'sql-template-tag';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { GivenLinks } from '../identity/links/given-links.ts';
import { voidLinksOf } from '../identity/links/void-links.ts';
import { lockAdministrators } from './lock-administrators.ts';

const open = birth(appointmentProposalLifecycle, 'propose');

/** Roles that take two administrators: one proposes, another, who is not the person either, agrees or does not. */
@Injectable()
export class Appointments {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly given: GivenLinks,
  ) {}

  /** The roles that wait for a second administrator, by person. */
  async findOpen(
    manager: EntityManager,
    personIds: readonly string[],
  ): Promise<ReadonlyMap<string, ProposedRole[]>> {
    const proposals = await manager.find(AppointmentProposal, {
      where: { personId: In([...personIds]), state: open },
      order: { askedAt: 'ASC' },
    });
    const askers = await manager.findBy(Person, { id: In(proposals.map(({ askedBy }) => askedBy)) });
    const found = new Map<string, ProposedRole[]>(personIds.map((id) => [id, []]));
    for (const { id, role, personId, askedBy, askedAt } of proposals)
      found.get(personId)!.push({
        id,
        role,
        askedBy: { id: askedBy, name: askers.find((each) => each.id === askedBy)?.name ?? '' },
        askedAt: askedAt.toISOString(),
      });
    return found;
  }

  /** Lets these wait for a second administrator, and nothing else any more. Under the lock of the person. */
  async propose(
    manager: EntityManager,
    caller: Caller,
    personId: string,
    roles: readonly PersonRole[],
  ): Promise<void> {
    const waiting = await manager.findBy(AppointmentProposal, { personId, state: open });
    for (const { id, role } of waiting)
      if (!roles.includes(role))
        await transition(manager, appointmentProposals, id, {
          event: 'withdraw',
          actorId: caller.id,
          detail: { personId, role },
        });
    const fresh = roles.filter((role) => !waiting.some((one) => one.role === role));
    // A link opens nothing that the account has become since, or is to become.
    if (fresh.length > 0) {
      await voidLinksOf(manager, personId, caller.id);
      await voidInvitationsOf(manager, personId, caller.id);
    }
    for (const role of fresh)
      await create(manager, appointmentProposals, {
        event: 'propose',
        actorId: caller.id,
        values: { personId, role, askedBy: caller.id },
        detail: { personId, role },
      });
  }

  /** @throws Refusal NOT_FOUND for what is not open, SECOND_PERSON_NEEDED for who proposed it and for the person themselves */
  async answer(
    caller: Caller,
    id: string,
    answer: Approval['answer'],
    { reason }: ReasonInput,
  ): Promise<void> {
    await this.db.transaction(async (manager) => {
      await lockAdministrators(manager, caller);
      const proposal = await manager.findOneBy(AppointmentProposal, { id, state: open });
      if (!proposal) throw new Refusal('NOT_FOUND');
      const { personId, role, askedBy } = proposal;
      if ([personId, askedBy].includes(caller.id)) throw new Refusal('SECOND_PERSON_NEEDED');
      const person = await manager.findOneOrFail(Person, {
        where: { id: personId },
        lock: { mode: 'pessimistic_write' },
      });
      await manager.insert(Approval, {
        subjectKind: 'appointment-proposal',
        subjectId: id,
        act: `appoint-${role}`,
        askedBy,
        answeredBy: caller.id,
        answer,
        reason,
      });
      const answered = await transition(manager, appointmentProposals, id, {
        event: answer === 'agree' ? 'agree' : 'reject',
        actorId: caller.id,
        guards: { 'second-person': sql`asked_by <> ${caller.id} AND person_id <> ${caller.id}` },
        detail: { personId, role, reason },
      });
      if (!answered) throw new Refusal('NOT_FOUND');
      if (answer === 'agree') {
        await appoint(manager, caller, person, role);
        await this.given.askAnew(manager, caller, { ...person, roles: [...person.roles, role] });
      }
    });
  }
}

const appoint = async (
  manager: EntityManager,
  caller: Caller,
  person: Person,
  role: PersonRole,
): Promise<void> => {
  const roles = [...person.roles, role];
  await manager.update(Person, { id: person.id }, { roles });
  const standing = { institutionId: person.institutionId, disabled: person.disabledAt !== null };
  await recordAudit(manager, {
    actorId: caller.id,
    action: 'person.changed',
    subjectKind: 'person',
    subjectId: person.id,
    detail: { before: { roles: person.roles, ...standing }, after: { roles, ...standing } },
  });
};
