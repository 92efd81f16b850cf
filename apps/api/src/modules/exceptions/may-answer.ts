import type { LevelCode, RoleCode } from '@ennead/contracts';
import { findConflicts } from '@ennead/persistence';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';

/** What an exception about many cases at once is about: a session, or a cell where there is none. */
export type AboutMany = {
  readonly examSessionId: string | null;
  readonly role: RoleCode | null;
  readonly level: LevelCode | null;
};

/**
 * Whether it is the caller's office to answer, over a row `own` about many cases: of a session for whoever is in charge of it, of a cell
 * for administrators alone.
 */
export const isInCharge = ({ id, roles }: Caller): Sql => {
  if (roles.includes('administrator')) return sql`own.entry_id IS NULL`;
  if (!roles.includes('registrar')) return sql`false`;
  return sql`EXISTS (SELECT FROM session_duty duty WHERE duty.exam_session_id = own.exam_session_id
    AND duty.person_id = ${id} AND duty.until_at IS NULL)`;
};

/** Whether something ties the caller to anybody whom it is about, also where that was lifted: else one would follow from another. */
export const isTiedToMany = async (
  manager: EntityManager,
  { id }: Caller,
  { examSessionId, role, level }: AboutMany,
): Promise<boolean> => {
  const unlifted = { unlifted: true };
  const { conflicts } = examSessionId
    ? await findConflicts(manager, id, 'arrange', { on: 'session', id: examSessionId }, unlifted)
    : await findConflicts(manager, id, 'prepare', { on: 'cell', role: role!, level: level! }, unlifted);
  return conflicts.length > 0;
};
