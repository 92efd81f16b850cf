import { messageLifecycle } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { Message, messages, stateList, transition, vouched } from '@ennead/persistence';
import sql from 'sql-template-tag';
import type { DataSource, EntityManager } from 'typeorm';
import { transact } from '../transact.ts';
import { nextMailTryInSec } from './next-mail-try.ts';
import type { Outcome } from './post.ts';

/** How long whoever claimed a letter may take over it. After that nobody can tell what became of it. */
export const claimHeldSec = 600;

const waiting = stateList(messageLifecycle, ...sourcesOf(messageLifecycle, 'claim'));
const claimed = stateList(messageLifecycle, ...sourcesOf(messageLifecycle, 'lose'));

/**
 * Takes the next letter that is due and that nobody else has taken, and holds its row to the end of the transaction.
 *
 * @returns null where there is none
 */
export const takeNext = async (manager: EntityManager): Promise<Message | null> => {
  const [found]: { id: string }[] = await manager.query(
    `SELECT id FROM message WHERE state IN (${waiting}) AND (due_at IS NULL OR due_at <= clock())
       AND (link_expires_at IS NULL OR link_expires_at > clock())
     ORDER BY coalesce(due_at, queued_at), id LIMIT 1 FOR UPDATE SKIP LOCKED`,
  );
  return found ? manager.findOneByOrFail(Message, { id: found.id }) : null;
};

/** Writes down that sending begins, before it does. Run in the transaction that took it. */
export const claim = async (manager: EntityManager, id: string, letterHash: string): Promise<Message> => {
  const moved = await transition(manager, messages, id, {
    event: 'claim',
    actorId: null,
    guards: { due: vouched },
    // As JavaScript can hold it, for it is what the claim is known by.
    set: { claimedAt: sql`date_trunc('milliseconds', clock())`, letterHash, dueAt: null },
  });
  return moved!.row;
};

/** The letter is where it goes without a mail server. Run in the transaction that took it. */
export const capture = async (manager: EntityManager, id: string, letterHash: string): Promise<void> => {
  await transition(manager, messages, id, {
    event: 'capture',
    actorId: null,
    guards: { due: vouched },
    set: { settledAt: sql`clock()`, letterHash, reason: null, fault: null },
  });
};

/** Surely nothing was sent of a letter that is taken: it is tried again later, or given up. */
export const postpone = async (
  manager: EntityManager,
  { id, tries }: Pick<Message, 'id' | 'tries'>,
  reason: 'unwritable' | 'unreachable',
  fault: string,
): Promise<void> => {
  const waitSec = nextMailTryInSec(tries + 1);
  await transition(manager, messages, id, {
    event: 'postpone',
    actorId: null,
    guards: { 'not-sent': vouched },
    set: {
      tries: tries + 1,
      // A letter that cannot be written waits for somebody to mend its template.
      dueAt: sql`clock() + make_interval(secs => ${waitSec ?? 21_600}::float8)`,
      reason,
      fault: storable(fault),
    },
    detail: { reason },
  });
};

/**
 * Writes down what became of a letter that was claimed; nothing, where the claim was lost meanwhile.
 *
 * @returns whether the claim still held
 */
export const settle = (db: DataSource, message: Message, outcome: Outcome): Promise<boolean> =>
  transact(db, async (manager) => {
    const { id, claimedAt } = message;
    const held = sql`claimed_at = ${claimedAt}`;
    const settledAt = sql`clock()`;
    if (outcome.kind === 'sent')
      return Boolean(
        await transition(manager, messages, id, {
          event: 'deliver',
          actorId: null,
          guards: { 'claim-held': held },
          set: { settledAt, link: null, reason: null, fault: null },
        }),
      );
    const fault = storable(outcome.fault);
    if (outcome.kind === 'uncertain')
      return Boolean(
        await transition(manager, messages, id, {
          event: 'lose',
          actorId: null,
          guards: { 'claim-lost': held },
          set: { settledAt, reason: 'unanswered', fault },
          detail: { reason: 'unanswered' },
        }),
      );
    const isGivenUp = outcome.kind === 'failed' && nextMailTryInSec(message.tries + 1) === null;
    if (outcome.kind === 'refused' || isGivenUp) {
      const reason = isGivenUp ? 'given-up' : 'bounced';
      return Boolean(
        await transition(manager, messages, id, {
          event: 'refuse',
          actorId: null,
          guards: { 'claim-held': held },
          set: { settledAt, reason, fault },
          detail: { reason },
        }),
      );
    }
    if (!(await holdClaim(manager, message))) return false;
    await postpone(manager, message, 'unreachable', outcome.fault);
    return true;
  });

const holdClaim = async (manager: EntityManager, { id, claimedAt }: Message): Promise<boolean> => {
  const rows: unknown[] = await manager.query(
    `SELECT FROM message WHERE id = $1 AND state IN (${claimed}) AND claimed_at = $2 FOR UPDATE`,
    [id, claimedAt],
  );
  return rows.length > 0;
};

/** Letters that somebody claimed and never came back from: what became of them nobody can tell. @returns how many */
export const loseClaims = (db: DataSource): Promise<number> =>
  forAll(
    db,
    `state IN (${claimed}) AND claimed_at + interval '${claimHeldSec} s' <= clock()`,
    async (manager, id) =>
      Boolean(
        await transition(manager, messages, id, {
          event: 'lose',
          actorId: null,
          guards: { 'claim-lost': vouched },
          set: { settledAt: sql`clock()`, reason: 'sender-lost' },
          detail: { reason: 'sender-lost' },
        }),
      ),
  );

/** Letters whose link was over before they went out: they would lead nowhere. @returns how many */
export const lapseOver = (db: DataSource): Promise<number> =>
  forAll(db, `state IN (${waiting}) AND link_expires_at <= clock()`, async (manager, id) =>
    Boolean(
      await transition(manager, messages, id, {
        event: 'lapse',
        actorId: null,
        guards: { 'link-over': vouched },
        set: { settledAt: sql`clock()`, link: null, reason: 'link-over' },
      }),
    ),
  );

/** Takes out links that are over, wherever they are kept. @returns how many */
export const eraseLinks = async (db: DataSource): Promise<number> => {
  const [, count] = (await db.query(
    `UPDATE message SET link = NULL WHERE link IS NOT NULL AND link_expires_at <= clock()
     AND state NOT IN (${waiting}, ${claimed})`,
  )) as [unknown, number];
  return count;
};

const most = 50;

const forAll = (
  db: DataSource,
  condition: string,
  act: (manager: EntityManager, id: string) => Promise<boolean>,
): Promise<number> =>
  transact(db, async (manager) => {
    const found: { id: string }[] = await manager.query(
      `SELECT id FROM message WHERE ${condition} ORDER BY queued_at, id LIMIT ${most} FOR UPDATE SKIP LOCKED`,
    );
    let done = 0;
    for (const { id } of found) done += Number(await act(manager, id));
    return done;
  });

/** As the database can hold it. */
const storable = (fault: string): string => fault.replaceAll('\0', '').slice(0, 2_000);
