import { appointmentProposalLifecycle, type AccountInPair } from '@ennead/contracts';
import { birth } from '@ennead/domain';
import { stateList } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

type Row = Omit<AccountInPair, 'createdAt'> & { createdAt: Date };

/** Accounts as whoever compares two of them sees each, by id. */
export const findAccounts = async (
  manager: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AccountInPair>> => {
  const rows: Row[] = await manager.query(
    `SELECT person.id, person.name, person.email, institution.name AS institution, person.created_at AS "createdAt",
       NOT person.roles <@ ARRAY['candidate'] OR EXISTS (SELECT FROM appointment_proposal proposal
         WHERE proposal.person_id = person.id
           AND proposal.state = ${stateList(appointmentProposalLifecycle, birth(appointmentProposalLifecycle, 'propose'))}) AS "isStaff",
       person.disabled_at IS NOT NULL AS "isClosed"
     FROM person LEFT JOIN institution ON institution.id = person.institution_id WHERE person.id = ANY ($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, { ...row, createdAt: row.createdAt.toISOString() }]));
};
