import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  Refusal,
  type DecisionInput,
  type DecisionQueue,
  type DecisionView,
  type EvidenceView,
  type LocalizedText,
  type TrailView,
} from '@ennead/contracts';
import { ContentBank } from '@ennead/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { findTrail } from '../audit/find-trail.ts';
import type { Case } from '../enrolments/case.ts';
import { findCase, findDecidedCases, findUndecidedCases } from '../enrolments/find-cases.ts';
import { roleNameOf } from '../results/names.ts';
import { Schemes } from '../results/schemes.ts';
import { EvidenceReader } from './evidence/evidence-reader.ts';
import { judgeDecision } from './judge-decision.ts';
import { recordDecision } from './record-decision.ts';
import { viewDecision } from './view-decision.ts';
import { conflictsOf, undoesBlindness, viewQueue } from './view-queue.ts';

const decidedAtMost = 100;

@Injectable()
export class DecisionsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly bank: ContentBank,
    private readonly schemes: Schemes,
    private readonly evidenceReader: EvidenceReader,
  ) {}

  async queue(caller: Caller): Promise<DecisionQueue> {
    const undecided = await findUndecidedCases(this.db.manager);
    const ruled = await Promise.all(
      undecided.map(async (found) => ({ found, rules: await this.schemes.rulesOf(found) })),
    );
    return viewQueue(caller.id, ruled, await findDecidedCases(this.db.manager, decidedAtMost));
  }

  /** The case as this certifier may see it: with a conflict, the conflict instead of the evidence. */
  async evidence(caller: Caller, entryId: string): Promise<EvidenceView> {
    const found = await findCase(this.db.manager, entryId);
    const { level } = await this.schemes.rulesOf(found);
    const conflicts = conflictsOf(caller.id, found);
    const isFree = conflicts.length === 0;
    const isBlind = undoesBlindness(conflicts);
    return {
      entryId,
      candidateName: isBlind ? null : found.candidateName,
      role: found.role,
      roleName: await this.roleNameOf(found),
      level: found.level,
      levelName: level.name,
      enteredAt: found.enteredAt.toISOString(),
      cohort: isBlind ? null : viewCohort(found),
      conflicts,
      evidence: isFree ? await this.evidenceReader.read(this.db.manager, found) : null,
      // Of an entry that is open again the next decision is what is asked; the one before is in the trail.
      decision: isFree && found.state !== 'reopened' ? viewDecision(found) : null,
    };
  }

  /** The trail names reviewers, so a certifier with a conflict is refused; administrators decide on nobody. */
  async trail(caller: Caller, entryId: string): Promise<TrailView> {
    const found = await findCase(this.db.manager, entryId);
    if (!caller.roles.includes('administrator') && conflictsOf(caller.id, found).length > 0)
      throw new Refusal('DECISION_CONFLICT');
    return { events: await findTrail(this.db.manager, entryId) };
  }

  /** Decides, again only where the entry was opened again. A second request, doubled or late, finds the case decided and changes nothing. */
  async decide(caller: Caller, entryId: string, input: DecisionInput): Promise<DecisionView> {
    await this.evidenceReader.prepare(await findCase(this.db.manager, entryId));
    return this.db.transaction(async (manager) => {
      const found = await lockCase(manager, entryId);
      if (conflictsOf(caller.id, found).length > 0) throw new Refusal('DECISION_CONFLICT');
      if (found.decision && found.state !== 'reopened') throw new Refusal('DECISION_MADE');
      const evidence = await this.evidenceReader.read(manager, found);
      const grade = judgeDecision(input, evidence);
      await recordDecision(manager, found, evidence, {
        certifierId: caller.id,
        input,
        grade,
        roleName: await this.roleNameOf(found),
      });
      return viewDecision(await findCase(manager, entryId))!;
    });
  }

  private async roleNameOf({ session, role }: Case): Promise<LocalizedText> {
    return roleNameOf(await this.bank.standard(session.standardHash), role);
  }
}

/** Decisions on one entry follow one another. */
const lockCase = async (manager: EntityManager, entryId: string): Promise<Case> => {
  await manager.query('SELECT id FROM entry WHERE id = $1 FOR UPDATE', [entryId]);
  return findCase(manager, entryId);
};

const viewCohort = ({ cohortName, institutionName }: Case): EvidenceView['cohort'] =>
  cohortName !== null && institutionName !== null ? { name: cohortName, institution: institutionName } : null;
