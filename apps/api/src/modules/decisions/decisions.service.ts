import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  Refusal,
  type AboveScoresPage,
  type ConflictKind,
  type AboveScoresQuery,
  type AnswerInput,
  type DecidedPage,
  type DecidedQuery,
  type DecisionInput,
  type DecisionView,
  type EvidenceView,
  type LocalizedText,
  type QueueCounts,
  type UndecidedPage,
  type UndecidedQuery,
  type WithdrawalInput,
} from '@ennead/contracts';
import { actNeedsSecondPerson, may, mayBeLifted, waitsForDecision, whyNot } from '@ennead/domain';
import {
  BarException,
  ContentBank,
  Decision,
  findStanding,
  findStandings,
  readBars,
  recordViewing,
} from '@ennead/persistence';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand, demandDeclared, mayNow } from '../../http/demand.ts';
import type { Case } from '../enrolments/case.ts';
import { findCase, readCases } from '../enrolments/find-cases.ts';
import { findExceptionsBehind } from '../exceptions/find-exceptions.ts';
import { roleNameOf } from '../results/names.ts';
import { Schemes } from '../results/schemes.ts';
import { lockCase } from '../tries/lock-case.ts';
import { confirmProposal, findProposal, findProposalObstacle, rejectProposal } from './answer-proposal.ts';
import { EvidenceReader } from './evidence/evidence-reader.ts';
import { findAboveScores, pageAboveScores } from './find-above-scores.ts';
import { countQueue, findDecided, findUndecided, type Onlooking } from './find-queue.ts';
import { judgeDecision, refuseClosed } from './judge-decision.ts';
import { proposeDecision, recordDecision, type Brief, type Certified } from './record-decision.ts';
import { viewDecision, viewProposal, viewWithdrawal } from './view-decision.ts';
import { viewAboveScores, viewDecided, viewUndecided, type Onlooker } from './view-queue.ts';
import { findGrant, proposeWithdrawal, withdrawGrant } from './withdraw-grant.ts';

@Injectable()
export class DecisionsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly bank: ContentBank,
    private readonly schemes: Schemes,
    private readonly evidenceReader: EvidenceReader,
  ) {}

  async queue(caller: Caller): Promise<QueueCounts> {
    const [counts, above] = await Promise.all([
      countQueue(this.db.manager, await this.onlooking(caller)),
      findAboveScores(this.db.manager, this.schemes),
    ]);
    return { ...counts, aboveScores: above.length };
  }

  async undecided(caller: Caller, query: UndecidedQuery): Promise<UndecidedPage> {
    const { ids, ...place } = await findUndecided(this.db.manager, await this.onlooking(caller), query);
    const cases = await this.readFor(caller, ids);
    const rows = cases.map(async ({ found, onlooker }) =>
      viewUndecided(onlooker, found, await this.schemes.rulesOf(found)),
    );
    return { ...place, rows: await Promise.all(rows) };
  }

  async aboveScores(caller: Caller, query: AboveScoresQuery): Promise<AboveScoresPage> {
    const above = await findAboveScores(this.db.manager, this.schemes);
    const { ids, ...place } = await pageAboveScores(
      this.db.manager,
      await this.onlooking(caller),
      above,
      query,
    );
    const cases = await this.readFor(caller, ids);
    const rows = cases.map(async ({ found, onlooker }) =>
      viewAboveScores(onlooker, found, await this.schemes.rulesOf(found)),
    );
    return { ...place, rows: (await Promise.all(rows)).flatMap((row) => row ?? []) };
  }

  async decided(caller: Caller, query: DecidedQuery): Promise<DecidedPage> {
    const { ids, ...place } = await findDecided(this.db.manager, await this.onlooking(caller), query);
    const cases = await this.readFor(caller, ids);
    return { ...place, rows: cases.flatMap(({ found, onlooker }) => viewDecided(onlooker, found) ?? []) };
  }

  /** The case as this certifier may see it: with a conflict, the conflict instead of the evidence. */
  async evidence(caller: Caller, entryId: string): Promise<EvidenceView> {
    const found = await findCase(this.db.manager, entryId);
    const rules = await this.schemes.rulesOf(found);
    const standing = (await findStanding(this.db.manager, caller.id, 'entry', entryId))!;
    const isFree = may(caller, 'case.decide', standing);
    if (isFree) await demandDeclared(this.db.manager, caller);
    const conflicts = whyNot(caller, 'case.decide', standing);
    const isBlind = !may(caller, 'case.identify', standing);
    const evidence = isFree ? await this.evidenceReader.read(this.db.manager, found) : null;
    if (isFree)
      await recordViewing(this.db.manager, {
        actorId: caller.id,
        action: 'evidence.viewed',
        subjectKind: 'entry',
        subjectId: entryId,
        entryId,
      });
    return {
      entryId,
      candidateName: isBlind ? null : found.candidateName,
      role: found.role,
      roleName: await this.roleNameOf(found),
      level: found.level,
      levelName: rules.level.name,
      enteredAt: found.enteredAt.toISOString(),
      state: found.state,
      stateReason: isFree ? found.stateReason : null,
      cohort: isBlind ? null : viewCohort(found),
      conflicts,
      mayAskException: await this.mayAskException(caller, entryId, conflicts),
      evidence,
      decision: isFree ? viewDecision(found) : null,
      proposal: isFree ? viewProposal(found) : null,
      proposalObstacle:
        found.proposal && evidence ? findProposalObstacle(found.proposal, found, evidence) : null,
      isProposer: found.proposal?.certifierId === caller.id,
      withdrawal: isFree ? viewWithdrawal(found, rules) : null,
      isOpen: found.cause !== 'mock' && waitsForDecision(found.state),
    };
  }

  /**
   * Decides, or proposes where the scheme lets nobody decide alone. A second request, doubled or late, finds the case
   * decided and changes nothing.
   */
  decide(caller: Caller, entryId: string, input: DecisionInput): Promise<DecisionView> {
    return this.onCase(caller, entryId, async (manager, brief) => {
      refuseClosed(brief.found);
      if (brief.found.proposal) throw new Refusal('DECISION_PROPOSED');
      const made = { ...input, certifierId: caller.id, grade: judgeDecision(input, brief.evidence) };
      if (brief.evidence.needsSecondPerson) await proposeDecision(manager, brief, made);
      else await recordDecision(manager, brief, made);
    });
  }

  /**
   * Takes a grade back, or proposes it where the scheme that it was granted under lets nobody do so alone. A second
   * request, doubled or late, finds this grant gone and changes nothing, whatever was granted since.
   */
  async withdraw(caller: Caller, decisionId: string, { reason }: WithdrawalInput): Promise<DecisionView> {
    return this.onCase(caller, await this.entryOf(decisionId), (manager, brief) => {
      const grant = findGrant(brief.found, decisionId);
      const needsSecondPerson = actNeedsSecondPerson(brief.rules.scheme.rules, 'revoke-credential');
      const act = needsSecondPerson ? proposeWithdrawal : withdrawGrant;
      return act(manager, brief, grant, { certifierId: caller.id, reason });
    });
  }

  /** As the second person. */
  async confirm(caller: Caller, decisionId: string, { reason }: AnswerInput): Promise<DecisionView> {
    return this.onCase(caller, await this.entryOf(decisionId), async (manager, brief) => {
      const proposal = findProposal(brief.found, decisionId, caller.id);
      // A decision needs two persons who may make it when it takes effect.
      if (!(await mayNow(manager, proposal.certifierId, 'case.decide', brief.found.entryId)))
        throw new Refusal('DECISION_PROPOSER_BARRED');
      if (proposal.outcome !== 'withdraw') refuseClosed(brief.found);
      return confirmProposal(manager, brief, proposal, { answererId: caller.id, reason });
    });
  }

  /** As the second person: the case goes back to the queue, or a grade stands as it did. */
  async reject(caller: Caller, decisionId: string, { reason }: AnswerInput): Promise<void> {
    const entryId = await this.entryOf(decisionId);
    await this.db.transaction(async (manager) => {
      const { found } = await lockCase(manager, entryId);
      await demand(manager, caller, 'case.decide', entryId);
      const proposal = findProposal(found, decisionId, caller.id);
      await rejectProposal(manager, proposal, { answererId: caller.id, reason });
    });
  }

  private async onlooking({ id: certifierId }: Caller): Promise<Onlooking> {
    return { certifierId, bars: (await readBars(this.db.manager)).bars };
  }

  private async mayAskException(
    { id: personId }: Caller,
    entryId: string,
    conflicts: readonly ConflictKind[],
  ): Promise<boolean> {
    const { manager } = this.db;
    const { bars } = await readBars(manager);
    const isOpen = await manager.existsBy(BarException, {
      personId,
      entryId,
      act: 'decide',
      answeredAt: IsNull(),
    });
    return conflicts.length > 0 && !isOpen && mayBeLifted(bars, 'decide', conflicts);
  }

  /** Cases, each with how the caller stands to it. */
  private async readFor(
    caller: Caller,
    ids: readonly string[],
  ): Promise<{ found: Case; onlooker: Onlooker }[]> {
    const standings = await findStandings(this.db.manager, caller.id, 'entry', ids);
    const cases = await readCases(this.db.manager, ids);
    return cases.map((found) => ({
      found,
      onlooker: { ...caller, standing: standings.get(found.entryId)! },
    }));
  }

  /** One act of a certifier without a conflict on a case that is locked, with its evidence read anew. */
  private async onCase(
    caller: Caller,
    entryId: string,
    act: (manager: EntityManager, brief: Brief) => Promise<void>,
  ): Promise<DecisionView> {
    await demand(this.db.manager, caller, 'case.decide', entryId);
    await this.evidenceReader.prepare(this.db.manager, await findCase(this.db.manager, entryId));
    return this.db.transaction(async (manager) => {
      const { found } = await lockCase(manager, entryId);
      await demand(manager, caller, 'case.decide', entryId);
      const evidence = await this.evidenceReader.read(manager, found);
      const { heldAgain } = evidence;
      await act(manager, {
        ...(await this.certified(found)),
        evidence,
        exceptionIds: await findExceptionsBehind(manager, entryId, caller.id),
        heldAgain: heldAgain && {
          ...(await this.certified(await findCase(manager, heldAgain.entryId))),
          expiresAt: heldAgain.expiresAt,
        },
      });
      const after = await findCase(manager, entryId);
      return (viewProposal(after) ?? viewDecision(after))!;
    });
  }

  /** @throws Refusal NOT_FOUND */
  private async entryOf(decisionId: string): Promise<string> {
    const decision = await this.db.manager.findOneBy(Decision, { id: decisionId });
    if (!decision) throw new Refusal('NOT_FOUND');
    return decision.entryId;
  }

  private async certified(found: Case): Promise<Certified> {
    return { found, rules: await this.schemes.rulesOf(found), roleName: await this.roleNameOf(found) };
  }

  private async roleNameOf({ session, role }: Case): Promise<LocalizedText> {
    return roleNameOf(await this.bank.standard(session.standardHash), role);
  }
}

const viewCohort = ({ cohortName, institutionName }: Case): EvidenceView['cohort'] =>
  cohortName !== null && institutionName !== null ? { name: cohortName, institution: institutionName } : null;
