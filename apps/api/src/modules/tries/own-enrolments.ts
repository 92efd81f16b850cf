import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type {
  CarryOption,
  OpenCarryOption,
  EnteringVerdict,
  NextSession,
  OwnEnrolment,
  Scheme,
  SchemeRules,
  TryView,
} from '@ennead/contracts';
import {
  dimensions,
  judgeCarryOver,
  judgeEnteringByChoice,
  judgeNextTry,
  nextNumber,
  triesInWindow,
  type CarryContext,
  type Entry,
  type NextTry,
} from '@ennead/domain';
import { ContentBank, Enrolment, readClock } from '@ennead/persistence';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import type { Case } from '../enrolments/case.ts';
import { findCasesOf } from '../enrolments/find-cases-of.ts';
import { Schemes, topGradeOf } from '../results/schemes.ts';
import { findClosedPart } from './find-closed-part.ts';
import { findRecords, findSittings } from './find-records.ts';
import { findSessionsInSight, offer, type SessionInSight } from './find-sessions-of.ts';
import { findTries } from './find-tries.ts';
import { mayChooseCarry } from './may-choose-carry.ts';
import { readCarryRules, type CarryRules } from './read-carry-rules.ts';
import { viewTry } from './view-try.ts';

/** Every candidacy of the caller with its tries, and what the rules say of the next one. */
@Injectable()
export class OwnEnrolments {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly bank: ContentBank,
    private readonly schemes: Schemes,
  ) {}

  async list(caller: Caller): Promise<OwnEnrolment[]> {
    const now = await readClock(this.db);
    const scheme = await this.schemes.inForce(now);
    const enrolments = await this.db.manager.find(Enrolment, {
      where: { candidateId: caller.id },
      order: { enrolledAt: 'DESC', id: 'ASC' },
    });
    return Promise.all(enrolments.map((enrolment) => this.view(enrolment, scheme, now)));
  }

  private async view(
    { id, candidateId, role, level }: Enrolment,
    scheme: Scheme,
    now: Date,
  ): Promise<OwnEnrolment> {
    const { manager } = this.db;
    const cases = await findCasesOf(manager, id);
    const tries = (await findTries(manager, [id])).get(id) ?? [];
    const { rules } = scheme;
    const serverNow = now.toISOString();
    const sittings = findSittings(cases);
    const inSight = await findSessionsInSight(manager, { candidateId, role, level }, now);
    const sessions = inSight.filter(({ isForThem, isEntered }) => isForThem || isEntered);
    const judgeNext = (opensAt?: string) =>
      judgeNextTry(rules, tries, topGradeOf(scheme, level), serverNow, opensAt);
    const context = { sittings, chosenAt: serverNow };
    return {
      id,
      role,
      level,
      tries: await Promise.all(cases.map((found) => this.viewTry(found))),
      next: judgeNext(),
      nextNumber: nextNumber(tries),
      countedTries: rules.tries
        ? triesInWindow(rules.tries, rules.timeZone, tries, serverNow).flatMap((one) =>
            one.isElsewhere ? [] : one.number,
          )
        : [],
      triesElsewhere: viewElsewhere(tries, rules, serverNow),
      carry: viewCarry(cases, { rules, scheme, ...context }),
      carryChoice: await this.viewChoice(cases, context),
      sessions: await Promise.all(
        sessions.map((session) => this.viewSession(session, cases, context, judgeNext(session.opensAt))),
      ),
      rules: {
        scheme: { id: scheme.id, version: scheme.version },
        timeZone: rules.timeZone,
        tries: rules.tries,
        carryOver: rules.carryOver,
      },
      serverNow,
    };
  }

  /** As the door judges what is carried: by the scheme of the session. */
  private async viewSession(
    session: SessionInSight,
    cases: readonly Case[],
    context: ChoiceContext,
    next: NextTry,
  ): Promise<NextSession> {
    const carryRules = await this.carryRulesOf(session.id);
    const carry = viewCarry(cases, { ...context, ...carryRules });
    const carriable = carry
      .filter(({ verdict }) => verdict.kind === 'carriable')
      .map(({ dimension }) => dimension);
    return {
      ...offer(
        session,
        (one) => findTooEarly(next) ?? judgeEnteringByChoice(one, carriable, context.chosenAt),
      ),
      carry,
      carryOver: carryRules.rules.carryOver,
    };
  }

  /** As long as nothing of the open try is begun. */
  private async viewChoice(
    cases: readonly Case[],
    context: ChoiceContext,
  ): Promise<OwnEnrolment['carryChoice']> {
    const open = cases.find(mayChooseCarry);
    if (!open) return null;
    const carryRules = await this.carryRulesOf(open.session.id);
    return {
      entryId: open.entryId,
      number: open.number,
      carry: viewKept(open, viewCarry(cases, { ...context, ...carryRules })),
      carryOver: carryRules.rules.carryOver,
    };
  }

  private async carryRulesOf(sessionId: string): Promise<CarryRules> {
    const rules = await readCarryRules(this.db.manager, this.bank, sessionId);
    if (!rules) throw new Error(`Session ${sessionId} is gone.`);
    return rules;
  }

  private async viewTry(found: Case): Promise<TryView> {
    return viewTry(found, await this.schemes.rulesOf(found));
  }
}

type ChoiceContext = Omit<CarryContext, 'rules' | 'scheme'>;

/** A session that opens before the next try may be sat. */
const findTooEarly = (next: NextTry): EnteringVerdict | null =>
  next.kind === 'refused' && 'earliestAt' in next
    ? { kind: 'refused', code: next.code, earliestAt: next.earliestAt }
    : null;

/** As much as makes a refusal understood: nothing of how they went. */
const viewElsewhere = (
  tries: readonly Entry[],
  rules: SchemeRules,
  now: string,
): OwnEnrolment['triesElsewhere'] => {
  const counted = rules.tries ? triesInWindow(rules.tries, rules.timeZone, tries, now) : [];
  return tries
    .filter(({ isElsewhere, cause }) => isElsewhere && cause !== 'mock')
    .map(({ number, firstSatAt, sessionClosesAt }) => ({
      number,
      at: firstSatAt ?? sessionClosesAt,
      counts: counted.some((one) => one.isElsewhere && one.number === number),
    }));
};

/** What is carried over already stays as it was judged then, whatever would be said of it now. */
const viewKept = (open: Case, options: readonly CarryOption[]): OpenCarryOption[] =>
  dimensions.flatMap((dimension): OpenCarryOption[] => {
    const kept = open.carried.find((one) => one.dimension === dimension);
    if (!kept) return options.filter((one) => one.dimension === dimension);
    const isFixed = findClosedPart(open, [dimension]) !== undefined;
    return [{ ...kept, verdict: { kind: 'kept', isFixed } }];
  });

const viewCarry = (cases: readonly Case[], context: CarryContext): CarryOption[] =>
  findRecords(cases).map(({ record, score }) => ({ ...score, verdict: judgeCarryOver(record, context) }));
