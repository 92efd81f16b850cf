import { Refusal, type Scheme } from '@ennead/contracts';
import { Entry, Person, type Cohort } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { claimPeople } from './claim-people.ts';
import { inviteRow } from './invite-row.ts';
import { judgeAgainst } from './judge-against.ts';
import { isFresh } from './judge-roster.ts';
import type { ReadRow } from './read-roster.ts';

type Anew = {
  readonly caller: Caller;
  /** In force now. */
  readonly scheme: Scheme;
  readonly answerDays: number;
};

/**
 * Invites once more whoever let an invitation lapse, as their roster named them and as if it were brought in now: whom it let go of is its
 * own again while nobody else has taken the account. The cohort, its session with its places, and the person are to be held.
 *
 * @returns the seat and whose it is; null where somebody who is not the institution's is in the session by another way
 * @throws Refusal SESSION_FULL; ROSTER_FAULTY with what else stands against it; SESSION_CANCELLED, SESSION_NOT_OPEN_FOR_ENTRY,
 *   SESSION_NOT_FOR_YOU
 */
export const inviteAnew = async (
  manager: EntityManager,
  { cohort, entryId, person }: { readonly cohort: Cohort; readonly entryId: string; readonly person: Person },
  { caller, scheme, answerDays }: Anew,
): Promise<{ readonly seat: Entry; readonly person: Person } | null> => {
  const { rosterImportId, rosterName, studentNumber } = await manager.findOneByOrFail(Entry, { id: entryId });
  if (rosterImportId === null) throw new Refusal('ENTRY_ENDED');
  const read: ReadRow = {
    line: 1,
    email: person.email,
    name: rosterName ?? person.name,
    studentNumber,
    faults: [],
  };
  await claimPeople(manager, [read], cohort.institutionId);
  // That the names differ was settled when the roster was brought in.
  const settled = { [person.email]: 'keep-stored' as const };
  const judged = await judgeAgainst(manager, cohort, [read], { scheme, settled });
  const row = judged.rows[0]!;
  if (row.faults.includes('NO_PLACE')) throw new Refusal('SESSION_FULL');
  if (row.faults.length > 0)
    throw new Refusal(
      'ROSTER_FAULTY',
      row.faults.map((message) => ({ path: person.email, message })),
    );
  if (!isFresh(row)) throw new Refusal('ENTRY_ENDED');
  const claimed = judged.people.get(person.email)!;
  const invited = { person: claimed, cohort, judged, caller, importId: rosterImportId, answerDays };
  const seat = await inviteRow(manager, row, invited);
  if (seat === 'open') throw new Refusal('ENTRY_OPEN');
  return seat === 'unseen' ? null : { seat, person: claimed };
};
