import { Injectable } from '@nestjs/common';
import type { EarlierTry, Evidence, PartKind } from '@ennead/contracts';
import {
  findNearBoundaries,
  findObstacles,
  findPartFaults,
  isLowered,
  mayStillScore,
  needsSecondPerson,
} from '@ennead/domain';
import { ContentBank } from '@ennead/persistence';
import { Forms } from '@ennead/scoring';
import type { EntityManager } from 'typeorm';
import { findTrail } from '../../audit/find-trail.ts';
import type { Case, CasePart } from '../../enrolments/case.ts';
import { findCasesOf } from '../../enrolments/find-cases-of.ts';
import { isRescored } from '../../enrolments/is-rescored.ts';
import { composeCase, partsToScore } from '../../results/compose-case.ts';
import { findExceptionNotes } from '../../exceptions/find-exceptions.ts';
import { findMarksNotes } from '../../reviews/find-marks-notes.ts';
import { Schemes } from '../../results/schemes.ts';
import { findGrantedUpon } from '../../tries/carried-into.ts';
import { viewTry } from '../../tries/view-try.ts';
import { findHeldAgain, isHeld } from '../find-held-again.ts';
import { findUponWithdrawn } from '../upon-withdrawn.ts';
import { findDecisions } from './find-decisions.ts';
import { findSumFaults } from './find-sum-faults.ts';
import { readExamEvidence } from './read-exam-evidence.ts';
import { readLabEvidence } from './read-lab-evidence.ts';
import { readPortfolioEvidence } from './read-portfolio-evidence.ts';

/** Gathers everything a decision rests on, and computes again whatever can be computed again. */
@Injectable()
export class EvidenceReader {
  constructor(
    private readonly bank: ContentBank,
    private readonly schemes: Schemes,
    private readonly forms: Forms,
  ) {}

  /**
   * Brings what a case needs from the bank into memory, so that nobody who holds a connection in a transaction has to
   * wait for another one.
   */
  async prepare(manager: EntityManager, found: Case): Promise<void> {
    await this.bank.scheme(found.session.schemeHash);
    for (const one of await findCasesOf(manager, found.enrolmentId)) {
      await this.schemes.rulesOf(one);
      await this.bank.standard(one.session.standardHash);
      await this.prepareParts(one);
    }
  }

  private async prepareParts({ parts }: Case): Promise<void> {
    for (const { kind, contentHash, attempt, lab } of parts) {
      if (attempt) await this.forms.itemsOf(await this.forms.find(attempt.formId));
      if (kind === 'lab') await this.bank.plan((await this.bank.lab(lab?.labHash ?? contentHash)).plan);
      if (kind === 'portfolio') await this.bank.rubric(contentHash);
    }
  }

  async read(manager: EntityManager, found: Case): Promise<Evidence> {
    const rules = await this.schemes.rulesOf(found);
    const { faults, ...parts } = await this.readParts(manager, found);
    const result = composeCase(found, rules);
    const uponWithdrawn = await findUponWithdrawn(manager, found);
    const questionedMarks = await findMarksNotes(manager, entriesBehind(found));
    const { session } = found;
    return {
      session: {
        id: session.id,
        title: session.title,
        opensAt: session.opensAt,
        closesAt: session.closesAt,
      },
      scheme: {
        id: rules.scheme.id,
        version: rules.scheme.version,
        hash: session.schemeHash,
        title: rules.scheme.title,
        timeZone: rules.scheme.rules.timeZone,
        level: rules.level,
      },
      ...parts,
      result,
      carried: found.carried,
      near: findNearBoundaries(rules.scheme.rules, result),
      needsSecondPerson: needsSecondPerson(rules.scheme.rules, result).needed,
      earlier: await this.readEarlier(manager, found),
      isRescored: isRescored(found),
      isAboveScores: isHeld(found) && isLowered({ granted: found.decision?.grade ?? null }, result.grade),
      grantedUpon: await findGrantedUpon(manager, found.entryId),
      uponWithdrawn,
      heldAgain: await this.readHeldAgain(manager, found),
      faults,
      obstacles: findObstacles({
        result,
        hasQuestionedMarks: questionedMarks.some(({ answer }) => answer === null),
        hasFaults: faults.length > 0,
        uponWithdrawn,
        mayStillScore: mayStillScore(partsToScore(found)),
        standing: found.decision,
      }),
      decisions: await findDecisions(manager, found.entryId),
      exceptions: await findExceptionNotes(manager, found.entryId, 'case'),
      questionedMarks,
      trail: await findTrail(manager, found.entryId),
    };
  }

  /** The parts of a case, and why what is stored does not yield its scores, where it does not. */
  private async readParts(
    manager: EntityManager,
    found: Case,
  ): Promise<Pick<Evidence, 'exams' | 'labs' | 'portfolios' | 'faults'>> {
    const standard = await this.bank.standard(found.session.standardHash);
    const { id: examSessionId } = found.session;
    const context = { bank: this.bank, forms: this.forms, standard, examSessionId };
    const exams = await inTurn(partsOf(found, 'form'), (part) => readExamEvidence(manager, part, context));
    const labs = await inTurn(partsOf(found, 'lab'), (part) => readLabEvidence(manager, part, context));
    const portfolios = await inTurn(partsOf(found, 'portfolio'), (part) =>
      readPortfolioEvidence(manager, part, context),
    );
    const parts = { exams, labs, portfolios };
    const sums = await findSumFaults(manager, this.bank, found.entryId);
    return { ...parts, faults: [...findPartFaults(parts), ...sums] };
  }

  /** What would not be granted on its evidence is not brought back upon it either: that is left to people. */
  private async readHeldAgain(manager: EntityManager, found: Case): Promise<Evidence['heldAgain']> {
    const again = await findHeldAgain(manager, this.schemes, found);
    if (!again || (await this.readParts(manager, again.found)).faults.length > 0) return null;
    const { entryId, number, decision } = again.found;
    return { entryId, number, grade: decision!.grade!, expiresAt: again.expiresAt };
  }

  private async readEarlier(manager: EntityManager, found: Case): Promise<EarlierTry[]> {
    return inTurn(await findEarlier(manager, found), async (earlier) => ({
      ...viewTry(earlier, await this.schemes.rulesOf(earlier)),
      certifierName: earlier.decision?.certifierName ?? null,
    }));
  }
}

/** The entries before this one, but mock exams. */
const findEarlier = async (manager: EntityManager, { enrolmentId, number }: Case): Promise<Case[]> =>
  (await findCasesOf(manager, enrolmentId)).filter((one) => one.number < number && one.cause !== 'mock');

/** The entry itself, and where the scores that it carries were sat. */
export const entriesBehind = ({ entryId, carried }: Pick<Case, 'entryId' | 'carried'>): string[] => [
  ...new Set([entryId, ...carried.map(({ fromEntryId }) => fromEntryId)]),
];

const partsOf = ({ parts }: Case, kind: PartKind): CasePart[] => parts.filter((part) => part.kind === kind);

/** One query after another: they share the connection of one transaction. */
const inTurn = async <From, T>(parts: readonly From[], read: (part: From) => Promise<T>): Promise<T[]> => {
  const found: T[] = [];
  for (const part of parts) found.push(await read(part));
  return found;
};
