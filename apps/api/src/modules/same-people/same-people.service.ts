import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  Refusal,
  type NoteSamePersonInput,
  type ReasonInput,
  type SamePeoplePage,
  type SamePeopleQuery,
  type SamePersonNoted,
  type TellApartInput,
  type WaitingNotes,
} from '@ennead/contracts';
import { Person, recordAudit, SamePerson } from '@ennead/persistence';
import { holdInForce } from '@ennead/scoring';
import { DataSource, In, IsNull, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { lockAccountsOf, lockEnrolling } from '../enrolments/lock-accounts.ts';
import { shutAccount } from '../identity/close-account.ts';
import { demandUntiedFrom } from './demand-untied-from.ts';
import { findNotes, findWaiting } from './find-notes.ts';
import { refuseNote, type Two } from './refuse-note.ts';
import { tellBoth } from './tell-both.ts';

/**
 * That two accounts are one person's: noted from what a registrar saw, agreed to by somebody else where one is or was the staff's, and
 * ended by somebody else where it is wrong.
 */
@Injectable()
export class SamePeopleService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  list(caller: Caller, query: SamePeopleQuery): Promise<SamePeoplePage> {
    return findNotes(this.db.manager, caller, query);
  }

  waiting(caller: Caller): Promise<WaitingNotes> {
    return findWaiting(this.db.manager, caller);
  }

  /**
   * Takes effect at once, or where one of the two is or was the staff's, when a second person agrees.
   *
   * @throws Refusal SAME_PERSON_UNKNOWN, SAME_PERSON_ITSELF, SAME_PERSON_WAITS; as `demandUntiedFrom` and `refuseNote` do
   */
  async note(
    caller: Caller,
    { keep, other: otherEmail, reason }: NoteSamePersonInput,
  ): Promise<SamePersonNoted> {
    return this.db.transaction(async (manager) => {
      await holdInForce(manager);
      const [keptId, otherId] = [
        await findByEmail(manager, keep, 'keep'),
        await findByEmail(manager, otherEmail, 'other'),
      ];
      if (keptId === otherId)
        throw new Refusal('SAME_PERSON_ITSELF', [{ path: 'other', message: 'the same' }]);
      const two = await lockTwo(manager, keptId, otherId);
      await demandUntiedFrom(manager, caller, 'account.join', [keptId, otherId]);
      await refuseWhileWaiting(manager, two);
      const closes = await refuseNote(manager, two);
      // When that is, and whether it takes two, the database says itself.
      const [{ waits }]: [SamePersonNoted] = await manager.query(
        `INSERT INTO same_person (kept_id, other_id, closes, reason, noted_by) VALUES ($1, $2, $3, $4, $5) RETURNING waits`,
        [keptId, otherId, closes, reason, caller.id],
      );
      if (waits) await recordOfBoth(manager, caller, two, { action: 'account.join-proposed', reason });
      else await takeEffect(manager, caller, two, { closes, reason });
      return { waits };
    });
  }

  /**
   * As the second person, once: what is agreed to takes effect now, if nothing has come to stand against it since.
   *
   * @throws Refusal NOT_FOUND for what does not wait, SAME_PERSON_BY_ANOTHER for who noted it; as `demandUntiedFrom` does, and where they
   *   agree as `refuseNote` does
   */
  async answer(caller: Caller, id: string, agreed: boolean, { reason }: ReasonInput): Promise<void> {
    await this.db.transaction(async (manager) => {
      await holdInForce(manager);
      const { two, note } = await lockNote(manager, caller, { id, waits: true }, 'account.answer');
      const closes = agreed ? await refuseNote(manager, two) : note.closes;
      await manager.query(
        'UPDATE same_person SET agreed = $2, answered_by = $3, answer = $4, closes = $5 WHERE id = $1',
        [id, agreed, caller.id, reason, closes],
      );
      if (agreed) await takeEffect(manager, caller, two, { closes, reason });
      else await recordOfBoth(manager, caller, two, { action: 'account.join-turned-down', reason });
    });
  }

  /**
   * What followed lapses; an account that was closed stays so until an administrator enables it.
   *
   * @throws Refusal NOT_FOUND for what does not hold, SAME_PERSON_BY_ANOTHER for who noted it; as `demandUntiedFrom` does
   */
  async end(caller: Caller, id: string, { reason }: ReasonInput): Promise<void> {
    await this.db.transaction(async (manager) => {
      const { two } = await lockNote(manager, caller, { id, holds: true }, 'account.part');
      await manager.query(
        'UPDATE same_person SET until_at = clock(), ended_by = $2, ended_reason = $3 WHERE id = $1',
        [id, caller.id, reason],
      );
      await recordOfBoth(manager, caller, two, { action: 'account.parted', reason });
      await tellBoth(manager, two, { toKept: 'account-parted', toOther: 'account-parted' });
    });
  }

  /**
   * Keeps two accounts that are alike from being shown again.
   *
   * @throws Refusal NOT_FOUND, SAME_PERSON_ITSELF, SAME_PERSON_NOTED, SAME_PERSON_WAITS; as `demandUntiedFrom` does
   */
  async tellApart(caller: Caller, { oneId, otherId, reason }: TellApartInput): Promise<void> {
    await this.db.transaction(async (manager) => {
      if (oneId === otherId) throw new Refusal('SAME_PERSON_ITSELF');
      if ((await manager.countBy(Person, { id: In([oneId, otherId]) })) < 2) throw new Refusal('NOT_FOUND');
      const two = await lockTwo(manager, oneId, otherId);
      await demandUntiedFrom(manager, caller, 'account.join', [oneId, otherId]);
      await refuseWhileWaiting(manager, two);
      const noted: unknown[] = await manager.query(
        'SELECT FROM same_account WHERE person_id = $1 AND also_id = $2',
        [oneId, otherId],
      );
      if (noted.length > 0) throw new Refusal('SAME_PERSON_NOTED');
      const [lesser, greater] = [oneId, otherId].sort();
      await manager.query(
        `INSERT INTO different_people (one_id, other_id, reason, said_by) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
        [lesser, greater, reason, caller.id],
      );
      await recordOfBoth(manager, caller, two, { action: 'account.told-apart', reason });
    });
  }
}

const findByEmail = async (
  manager: EntityManager,
  email: string,
  path: 'keep' | 'other',
): Promise<string> => {
  const person = await manager.findOneBy(Person, { email, erasedAt: IsNull() });
  if (!person) throw new Refusal('SAME_PERSON_UNKNOWN', [{ path, message: 'nobody has it' }]);
  return person.id;
};

/** A pair is said one thing of at a time. @throws Refusal SAME_PERSON_WAITS */
const refuseWhileWaiting = async (manager: EntityManager, { kept, other }: Two): Promise<void> => {
  const either = [
    { keptId: kept.id, otherId: other.id, waits: true },
    { keptId: other.id, otherId: kept.id, waits: true },
  ];
  if (await manager.existsBy(SamePerson, either)) throw new Refusal('SAME_PERSON_WAITS');
};

/** From now on their tries count together and ties to one are ties to both. Where neither is staff's, the other account is closed. */
const takeEffect = async (
  manager: EntityManager,
  caller: Caller,
  two: Two,
  { closes, reason }: Pick<SamePerson, 'closes' | 'reason'>,
): Promise<void> => {
  await recordOfBoth(manager, caller, two, { action: 'account.joined', reason });
  if (closes && !two.other.disabledAt) await shutAccount(manager, two.other.id, caller.id);
  await tellBoth(manager, two, {
    toKept: 'account-joined',
    toOther: closes ? 'account-closed-for-another' : 'account-joined',
  });
};

type NoteWanted = { readonly id: string } & ({ readonly waits: true } | { readonly holds: true });

/** A note with its two accounts, locked, for somebody else than who noted it. */
const lockNote = async (
  manager: EntityManager,
  caller: Caller,
  wanted: NoteWanted,
  doing: 'account.answer' | 'account.part',
): Promise<{ note: SamePerson; two: Two }> => {
  const { keptId, otherId, notedBy } = await findNote(manager, wanted);
  if (notedBy === caller.id) throw new Refusal('SAME_PERSON_BY_ANOTHER');
  const two = await lockTwo(manager, keptId, otherId);
  await demandUntiedFrom(manager, caller, doing, [keptId, otherId]);
  return { note: await findNote(manager, wanted), two };
};

const findNote = async (manager: EntityManager, wanted: NoteWanted): Promise<SamePerson> => {
  const note = await manager.findOneBy(SamePerson, wanted);
  if (!note) throw new Refusal('NOT_FOUND');
  return note;
};

/**
 * Both with all that they are enrolled for, and whichever accounts are theirs: whoever enters one of them meanwhile has done so before,
 * or finds what comes of this.
 */
const lockTwo = async (manager: EntityManager, keptId: string, otherId: string): Promise<Two> => {
  const people = await manager.find(Person, {
    where: { id: In([keptId, otherId]) },
    order: { email: 'ASC' },
    lock: { mode: 'for_no_key_update' },
  });
  await lockAccountsOf(manager, [keptId, otherId]);
  await lockEnrolling(manager, people);
  await manager.query(
    `SELECT FROM enrolment WHERE id IN (SELECT enrolment_id FROM candidacy WHERE person_id = ANY ($1::uuid[]))
     ORDER BY id FOR NO KEY UPDATE`,
    [[keptId, otherId]],
  );
  const find = (id: string) => people.find((person) => person.id === id)!;
  return { kept: find(keptId), other: find(otherId) };
};

type Said = {
  readonly action: `account.${'join-proposed' | 'join-turned-down' | 'joined' | 'parted' | 'told-apart'}`;
  readonly reason: string;
};

/** On the trail of either, with the other. */
const recordOfBoth = async (
  manager: EntityManager,
  caller: Caller,
  { kept, other }: Two,
  { action, reason }: Said,
): Promise<void> => {
  for (const [subjectId, otherAccountId] of [
    [kept.id, other.id],
    [other.id, kept.id],
  ] as const)
    await recordAudit(manager, {
      actorId: caller.id,
      action,
      subjectKind: 'person',
      subjectId,
      detail: { otherAccountId, keptId: kept.id, reason },
    });
};
