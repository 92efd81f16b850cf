import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  entryLifecycle,
  pendingEntryStates,
  Refusal,
  type CancelSessionInput,
  type ChangeSessionInput,
  type ExamSessionView,
  type ExtendSessionInput,
} from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import {
  ContentBank,
  endAccommodations,
  entries,
  ExamSession,
  examSessions,
  readClock,
  stateList,
  transition,
} from '@ennead/persistence';
import { holdInForce } from '@ennead/scoring';
import sql from 'sql-template-tag';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demandImpartial } from './demand-impartial.ts';
import { findSessionViews } from './find-session-views.ts';
import { refuseCancelled } from './hold-session.ts';
import { describeParts, moveParts, planDates, type MovedPart } from './move-dates.ts';
import { moveAnswerDates } from './move-answer-dates.ts';
import { moveDeadlines } from './move-deadlines.ts';

const excusable = sourcesOf(entryLifecycle, 'excuse');

const nobodyBegan = sql`NOT EXISTS (SELECT FROM entry
  WHERE entry.exam_session_id = exam_session.id AND entry.first_sat_at IS NOT NULL)`;

/**
 * What may become of a session after it was scheduled. Each takes the session for itself first: whoever begins a part or
 * enters the session has done so before, and is reached, or waits and finds what holds now. None is done by somebody who is in it, or
 * tied to whoever is: SESSION_CONFLICT.
 */
@Injectable()
export class SessionChanges {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly bank: ContentBank,
  ) {}

  /**
   * Another title, place or time, before it opens; a later opening postpones it.
   * @throws Refusal NOT_FOUND, SESSION_CANCELLED, SESSION_OPENED, SESSION_PAST, SESSION_DATES_UNFIT
   */
  change(caller: Caller, id: string, input: ChangeSessionInput): Promise<ExamSessionView> {
    return this.act(caller, id, async (manager, session, now) => {
      if (session.opensAt <= now) throw new Refusal('SESSION_OPENED');
      const opensAt = new Date(input.opensAt);
      const closesAt = new Date(input.closesAt);
      const moved = await planDates(manager, session, { opensAt, closesAt, parts: input.parts }, now);
      const { title, venue, halls, reason } = input;
      const after = { title, venue, halls, opensAt, closesAt };
      const changed = await transition(manager, examSessions, id, {
        event: 'change',
        actorId: caller.id,
        guards: { 'not-opened': sql`opens_at > clock()` },
        set: after,
        detail: { reason, before: factsOf(session, before(moved)), after: factsOf(after, moved) },
      });
      if (!changed) throw new Refusal('SESSION_OPENED');
      await moveParts(manager, moved);
      await this.moveAnswerDates(manager, session, now);
    });
  }

  /**
   * A later end, also while it is open: deadlines that the end had cut move along.
   * @throws Refusal NOT_FOUND, SESSION_CANCELLED, SESSION_OVER, SESSION_NOT_LATER, SESSION_DATES_UNFIT
   */
  extend(caller: Caller, id: string, input: ExtendSessionInput): Promise<ExamSessionView> {
    return this.act(caller, id, async (manager, session, now) => {
      if (session.closesAt <= now) throw new Refusal('SESSION_OVER');
      const closesAt = new Date(input.closesAt);
      if (closesAt < session.closesAt) throw new Refusal('SESSION_NOT_LATER');
      const { opensAt } = session;
      const moved = await planDates(manager, session, { opensAt, closesAt, parts: input.parts }, now);
      const ends = endsOf(session.closesAt, closesAt, moved);
      if (ends.some(({ from, to }) => to < from) || !ends.some(({ from, to }) => to > from))
        throw new Refusal('SESSION_NOT_LATER');
      const over = ends.filter(({ from, to }) => to > from && from <= now);
      if (over.length > 0)
        throw new Refusal(
          'SESSION_OVER',
          over.map(({ partId }) => ({ path: `parts.${partId}`, message: 'has closed' })),
        );
      let deadlines = 0;
      for (const end of ends) if (end.to > end.from) deadlines += await moveDeadlines(manager, end);
      const extended = await transition(manager, examSessions, id, {
        event: 'extend',
        actorId: caller.id,
        guards: { 'not-over': sql`closes_at > clock()` },
        set: { closesAt },
        detail: {
          reason: input.reason,
          before: { closesAt: session.closesAt, parts: describeParts(before(moved)) },
          after: { closesAt, parts: describeParts(moved) },
          deadlines,
        },
      });
      if (!extended) throw new Refusal('SESSION_OVER');
      await moveParts(manager, moved);
      await this.moveAnswerDates(manager, session, now);
    });
  }

  /**
   * Nobody sits it any more: its entries are excused with the same reason, and use no try; what has not come about is withdrawn.
   * @throws Refusal NOT_FOUND, SESSION_CANCELLED, SESSION_BEGUN once somebody has begun
   */
  cancel(caller: Caller, id: string, { reason }: CancelSessionInput): Promise<ExamSessionView> {
    return this.act(caller, id, async (manager) => {
      // Whoever begins a portfolio or hands it in holds the entry, and not the session.
      const open: { id: string; isPending: boolean }[] = await manager.query(
        `SELECT id, state IN (${stateList(entryLifecycle, ...pendingEntryStates)}) AS "isPending" FROM entry WHERE exam_session_id = $1
           AND state IN (${stateList(entryLifecycle, ...excusable, ...pendingEntryStates)})
         ORDER BY id FOR NO KEY UPDATE`,
        [id],
      );
      const cancelled = await transition(manager, examSessions, id, {
        event: 'cancel',
        actorId: caller.id,
        guards: { 'not-begun': nobodyBegan },
        set: { stateReason: reason },
        detail: { reason, entries: open.length },
      });
      if (!cancelled) throw new Refusal('SESSION_BEGUN');
      for (const entry of open)
        await transition(manager, entries, entry.id, {
          event: entry.isPending ? 'withdraw' : 'excuse',
          actorId: caller.id,
          guards: { 'not-begun': sql`entry.first_sat_at IS NULL` },
          set: { stateReason: reason },
          detail: { reason, examSessionId: id },
        });
      for (const entry of open) await endAccommodations(manager, entry.id, caller.id);
    });
  }

  private async moveAnswerDates(manager: EntityManager, before: ExamSession, now: Date): Promise<void> {
    const { rules } = await this.bank.body('scheme', before.schemeHash, manager);
    await moveAnswerDates(manager, before, { now, answerDays: rules.answerDays });
  }

  private act(
    caller: Caller,
    id: string,
    act: (manager: EntityManager, session: ExamSession, now: Date) => Promise<void>,
  ): Promise<ExamSessionView> {
    return this.db.transaction(async (manager) => {
      await holdInForce(manager);
      const lock = { mode: 'pessimistic_write' } as const;
      const session = await manager.findOne(ExamSession, { where: { id }, lock });
      if (!session) throw new Refusal('NOT_FOUND');
      refuseCancelled(session);
      await demandImpartial(manager, caller, id);
      await act(manager, session, await readClock(manager));
      const [view] = await findSessionViews(manager, id);
      return view!;
    });
  }
}

const before = (moved: readonly MovedPart[]) => moved.map(({ part }) => ({ part, closesAt: part.closesAt }));

type Facts = Pick<ExamSession, 'title' | 'venue' | 'halls' | 'opensAt' | 'closesAt'>;

const factsOf = (
  { title, venue, halls, opensAt, closesAt }: Facts,
  parts: readonly MovedPart[],
): Record<string, unknown> => ({ title, venue, halls, opensAt, closesAt, parts: describeParts(parts) });

/** When each part ended and ends: with the session, or on its own date. */
const endsOf = (from: Date, to: Date, moved: readonly MovedPart[]) =>
  moved.map(({ part, closesAt }) => ({
    partId: part.id,
    from: part.closesAt ?? from,
    to: closesAt ?? to,
  }));
