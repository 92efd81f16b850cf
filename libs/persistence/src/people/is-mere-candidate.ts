import { appointmentProposalLifecycle } from '@ennead/contracts';
import { birth } from '@ennead/domain';
import type { EntityManager } from 'typeorm';
import { AppointmentProposal } from '../entities/appointment-proposal.ts';
import type { Person } from '../entities/person.ts';

const proposed = birth(appointmentProposalLifecycle, 'propose');

export const isOnlyCandidate = ({ roles }: Pick<Person, 'roles'>): boolean =>
  roles.every((role) => role === 'candidate');

/** Whether somebody is nothing beside a candidate, and is not about to be. */
export const isMereCandidate = async (
  manager: EntityManager,
  { id: personId, ...person }: Pick<Person, 'id' | 'roles'>,
): Promise<boolean> =>
  isOnlyCandidate(person) && !(await manager.existsBy(AppointmentProposal, { personId, state: proposed }));
