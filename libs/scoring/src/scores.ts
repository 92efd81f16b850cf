import { type ContentBank, Verdict, type Attempt, type LabSession, type Score } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { KeyedItem } from './forms.ts';
import { attemptRecords, type Conversion, type Responses } from './attempt-records.ts';
import { carryDimension, type Carry } from './carry-dimension.ts';
import { findConversion, findEntryRules, readConversion, type EntryRules } from './entry-rules.ts';
import { findPlan } from './find-plan.ts';
import { portfolioRecords, type SettledPortfolio } from './portfolio-records.ts';
import { recordRun } from './record-run.ts';
import { findCurrent, type NewScore } from './score-records.ts';
import { verdictRecord } from './verdict-record.ts';

/**
 * Writes what parts were worth when they were scored, and what follows from it for their dimension and the composite.
 * Every method runs in the transaction of the act that scores, which began with `lockForScoring`, and adds nothing
 * when the same is recorded already. In an entry that no longer waits for a decision nothing comes to count.
 */
export class Scores {
  constructor(private readonly bank: ContentBank) {}

  /** @param items the form's, with the keys in force, in its order */
  recordAttempt(
    manager: EntityManager,
    attempt: Attempt,
    items: readonly KeyedItem[],
    responses: Responses,
  ): Promise<void> {
    const isKnown = (present: Score | undefined) => present?.attemptId === attempt.id;
    return this.record(manager, attempt, isKnown, (conversion) =>
      attemptRecords(attempt, items, responses, conversion),
    );
  }

  /** What a graded lab is worth: its newest verdict by the plan in force. */
  async recordVerdict(manager: EntityManager, lab: LabSession): Promise<void> {
    const verdict = await manager.findOneOrFail(Verdict, {
      where: { labSessionId: lab.id },
      order: { gradedAt: 'DESC', id: 'ASC' },
    });
    const plan = await findPlan(manager, this.bank, lab);
    const isKnown = (present: Score | undefined) => present?.verdictId === verdict.id;
    await this.record(manager, lab, isKnown, (conversion) => [verdictRecord(lab, verdict, plan, conversion)]);
  }

  recordPortfolio(manager: EntityManager, settled: SettledPortfolio): Promise<void> {
    const isKnown = (present: Score | undefined) => present?.portfolioVersionId === settled.version.id;
    return this.record(manager, settled.portfolio, isKnown, (conversion) =>
      portfolioRecords(settled, conversion),
    );
  }

  /** @see carryDimension */
  carryDimension(manager: EntityManager, carry: Carry): Promise<void> {
    return carryDimension(manager, this.bank, carry);
  }

  private async record(
    manager: EntityManager,
    { entryId, sessionPartId }: { readonly entryId: string; readonly sessionPartId: string },
    isKnown: (present: Score | undefined) => boolean,
    build: (conversion: Conversion) => NewScore[],
  ): Promise<void> {
    const current = await findCurrent(manager, entryId);
    const present = current.get(sessionPartId);
    if (isKnown(present)) return;
    const rules = await findEntryRules(manager, this.bank, entryId);
    const records = build(await this.conversionOf(manager, rules, sessionPartId));
    const cause = present ? 'regrade' : 'first';
    await recordRun(manager, this.bank, { cause, actorId: null, rules, current }, records);
  }

  private async conversionOf(
    manager: EntityManager,
    { parts, examSessionId }: EntryRules,
    partId: string,
  ): Promise<Conversion> {
    const part = parts.find(({ id }) => id === partId);
    if (!part) throw new Error(`${partId} is no part of session ${examSessionId}.`);
    const hash = await findConversion(manager, this.bank, part, examSessionId);
    return { hash, table: await readConversion(manager, this.bank, hash) };
  }
}
