import { Injectable } from '@nestjs/common';
import type { CaseRecord, PartKind, RecordedExam, RecordedLab, RecordedPortfolio } from '@ennead/contracts';
import { ContentBank } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { LabEvidence } from '@ennead/contracts';
import { entriesBehind } from '../decisions/evidence/evidence-reader.ts';
import { findDecisions } from '../decisions/evidence/find-decisions.ts';
import { readLabEvidence } from '../decisions/evidence/read-lab-evidence.ts';
import { readPortfolioEvidence } from '../decisions/evidence/read-portfolio-evidence.ts';
import type { Case, CasePart } from '../enrolments/case.ts';
import { findCase } from '../enrolments/find-cases.ts';
import { findExceptionNotes } from '../exceptions/find-exceptions.ts';
import { composeCase } from '../results/compose-case.ts';
import { Schemes } from '../results/schemes.ts';
import { findMarksNotes } from '../reviews/find-marks-notes.ts';
import { readAnswers } from './read-answers.ts';

/** Reads what a grade rests on as it was recorded: nothing is computed again, and no key is looked at. */
@Injectable()
export class CaseRecords {
  constructor(
    private readonly bank: ContentBank,
    private readonly schemes: Schemes,
  ) {}

  /** @throws Refusal NOT_FOUND */
  async read(manager: EntityManager, entryId: string): Promise<Omit<CaseRecord, 'case'>> {
    const found = await findCase(manager, entryId);
    const rules = await this.schemes.rulesOf(found);
    return {
      schemeTitle: rules.scheme.title,
      result: composeCase(found, rules),
      exams: await inTurn(found, 'form', (part) => this.readExam(manager, part)),
      labs: await inTurn(found, 'lab', (part) => this.readLab(manager, found, part)),
      portfolios: await inTurn(found, 'portfolio', (part) => this.readPortfolio(manager, found, part)),
      decisions: await findDecisions(manager, entryId),
      exceptions: await findExceptionNotes(manager, entryId, 'record'),
      questionedMarks: await findMarksNotes(manager, entriesBehind(found)),
    };
  }

  private async readExam(manager: EntityManager, part: CasePart): Promise<RecordedExam> {
    const { attempt, score } = part;
    return {
      ...placeOf(part),
      dimension: 'knowledge',
      startedAt: attempt?.startedAt ?? null,
      submittedAt: attempt?.submittedAt ?? null,
      submitCause: attempt?.submitCause ?? null,
      answers: attempt ? await readAnswers(manager, this.bank, attempt.id, score?.id ?? null) : [],
    };
  }

  private async readLab(manager: EntityManager, { session }: Case, part: CasePart): Promise<RecordedLab> {
    const evidence = await readLabEvidence(manager, part, { bank: this.bank, examSessionId: session.id });
    return {
      ...placeOf(part),
      dimension: 'skills',
      title: evidence.labTitle,
      handedInAt: evidence.handedInAt,
      handInCause: evidence.handInCause,
      verdict: evidence.verdict && viewVerdict(evidence.verdict),
    };
  }

  private async readPortfolio(
    manager: EntityManager,
    { session }: Case,
    part: CasePart,
  ): Promise<RecordedPortfolio> {
    const standard = await this.bank.standard(session.standardHash);
    const context = { bank: this.bank, standard, examSessionId: session.id };
    const { submittedAt, rubric, reviews } = await readPortfolioEvidence(manager, part, context);
    return {
      ...placeOf(part),
      dimension: 'practice',
      submittedAt,
      criteria: (rubric?.criteria ?? []).map(({ id, title, weight }) => ({ id, title, weight })),
      reviews,
    };
  }
}

const placeOf = ({ id, weight, score }: CasePart) => ({
  partId: id,
  weight,
  scoreCents: score?.cents ?? null,
});

/** Of the cases of a check no more than how many there are: what hidden ones ask is nobody's business here. */
const viewVerdict = ({
  gradedAt,
  signature,
  checks,
  taskTitles,
}: NonNullable<LabEvidence['verdict']>): RecordedLab['verdict'] => ({
  gradedAt,
  signature,
  checks: checks.map(({ id, cases, earnedCents, pointsCents }) => ({
    id,
    title: taskTitles[id] ?? null,
    passed: cases.filter(({ passed }) => passed).length,
    total: cases.length,
    earnedCents,
    pointsCents,
  })),
});

/** One query after another: they share a connection. */
const inTurn = async <T>(
  { parts }: Case,
  kind: PartKind,
  read: (part: CasePart) => Promise<T>,
): Promise<T[]> => {
  const found: T[] = [];
  for (const part of parts) if (part.kind === kind) found.push(await read(part));
  return found;
};
