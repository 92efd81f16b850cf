import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  barExceptionLifecycle,
  Refusal,
  type ExceptionInput,
  type ExceptionSubject,
  type ExceptionsView,
} from '@ennead/contracts';
import { mayBeLifted, sourcesOf } from '@ennead/domain';
import {
  BarException,
  barExceptions,
  create,
  ExamSession,
  readBars,
  transition,
  vouched,
} from '@ennead/persistence';
import sql from 'sql-template-tag';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand, demandDeclared } from '../../http/demand.ts';
import { findBarsMet } from './find-bars-met.ts';
import { findExceptions } from './find-exceptions.ts';
import { isInCharge, isTiedToMany } from './may-answer.ts';

const waiting = sourcesOf(barExceptionLifecycle, 'approve');

/** Bars that a second person lifts, for one person, one act and one subject. */
@Injectable()
export class ExceptionsService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  view(caller: Caller): Promise<ExceptionsView> {
    return findExceptions(this.db.manager, caller);
  }

  /**
   * For oneself, and only where one has met a bar that the scheme in force lets anybody lift.
   * @throws Refusal NOT_FOUND, EXCEPTION_NEEDLESS, EXCEPTION_NEVER, EXCEPTION_ASKED, DECLARATION_DUE
   */
  async ask(caller: Caller, { act, subject, reason, days }: ExceptionInput): Promise<ExceptionsView> {
    await this.db.transaction(async (manager) => {
      await demandDeclared(manager, caller);
      const about = await columnsOf(manager, subject);
      const ties = await findBarsMet(manager, caller, act, subject);
      if (ties.length === 0) throw new Refusal('EXCEPTION_NEEDLESS');
      const { bars } = await readBars(manager);
      if (!mayBeLifted(bars, act, ties)) throw new Refusal('EXCEPTION_NEVER');
      const asked = await create(manager, barExceptions, {
        event: 'ask',
        actorId: caller.id,
        ...(about.entryId && { entryId: about.entryId }),
        values: { ...about, personId: caller.id, act, ties: [...ties], reason, days },
        detail: { act, ties, reason, days },
      });
      if (!asked) throw new Refusal('EXCEPTION_ASKED');
    });
    return this.view(caller);
  }

  /**
   * As the second person, in charge and tied by nothing to anybody whom it is about.
   * @throws Refusal NOT_FOUND, EXCEPTION_OWN, EXCEPTION_ANSWERED, DECISION_CONFLICT, SESSION_CONFLICT, CELL_CONFLICT, DECLARATION_DUE
   */
  async answer(
    caller: Caller,
    id: string,
    event: 'approve' | 'refuse',
    answer: string,
  ): Promise<ExceptionsView> {
    await this.db.transaction(async (manager) => {
      const asked = await manager.findOne(BarException, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!asked) throw new Refusal('NOT_FOUND');
      await demandToAnswer(manager, caller, asked);
      if (asked.personId === caller.id) throw new Refusal('EXCEPTION_OWN');
      if (!waiting.includes(asked.state)) throw new Refusal('EXCEPTION_ANSWERED');
      const answered = { answer, answeredBy: caller.id, answeredAt: sql`clock()` };
      const until = sql`clock() + make_interval(days => days)`;
      const { act, ties, personId, entryId } = asked;
      await transition(manager, barExceptions, id, {
        event,
        actorId: caller.id,
        ...(entryId && { entryId }),
        guards: { 'second-person': sql`person_id <> ${caller.id}`, 'no-conflict': vouched },
        set: event === 'approve' ? { ...answered, untilAt: until } : answered,
        detail: { act, ties, personId, reason: answer },
      });
    });
    return this.view(caller);
  }
}

/** @throws Refusal NOT_FOUND for a session that is none */
const columnsOf = async (manager: EntityManager, subject: ExceptionSubject) => {
  const nothing = { entryId: null, examSessionId: null, role: null, level: null };
  if (subject.on === 'entry') return { ...nothing, entryId: subject.id };
  if (subject.on === 'cell') return { ...nothing, role: subject.role, level: subject.level };
  if (!(await manager.existsBy(ExamSession, { id: subject.id }))) throw new Refusal('NOT_FOUND');
  return { ...nothing, examSessionId: subject.id };
};

const demandToAnswer = async (manager: EntityManager, caller: Caller, asked: BarException): Promise<void> => {
  if (asked.entryId) return void (await demand(manager, caller, 'exception.answer', asked.entryId));
  const { text, values } =
    sql`SELECT FROM bar_exception own WHERE own.id = ${asked.id} AND ${isInCharge(caller)}`;
  if ((await manager.query<object[]>(text, values)).length === 0) throw new Refusal('NOT_FOUND');
  if (await isTiedToMany(manager, caller, asked))
    throw new Refusal(asked.examSessionId ? 'SESSION_CONFLICT' : 'CELL_CONFLICT');
  await demandDeclared(manager, caller);
};
