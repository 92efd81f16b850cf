import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type Missing, type RoleCode } from '@ennead/contracts';
import { move, portfolioMoves } from '@ennead/domain';
import { Artefact, Claim, Portfolio, PortfolioVersion, readClock, recordAudit } from '@ennead/persistence';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { findMissing } from './find-missing.ts';
import { lockOwnDraft } from './find-own-portfolio.ts';
import { freezePortfolio } from './freeze-portfolio.ts';
import { PortfolioContent } from './portfolio-content.ts';
import { SubmissionListeners } from './submission-listeners.ts';

/** Freezes a draft. */
@Injectable()
export class SubmissionService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly content: PortfolioContent,
    private readonly listeners: SubmissionListeners,
  ) {}

  /** @throws Refusal PORTFOLIO_INCOMPLETE naming what is missing, PORTFOLIO_SUBMITTED the second time */
  async submit(caller: Caller, id: string): Promise<void> {
    await this.db.transaction(async (manager) => {
      const own = await lockOwnDraft(manager, caller, id);
      const of = { portfolioId: id };
      const claims = await manager.find(Claim, { where: of, order: { competency: 'ASC' } });
      const artefacts = await manager.find(Artefact, { where: of, order: { number: 'ASC' } });
      this.refuseIncomplete(own.entry.role, claims, artefacts.length);
      const submittedAt = await readClock(manager);
      const number = (await manager.countBy(PortfolioVersion, of)) + 1;
      const { manifest, sha256 } = freezePortfolio({ ...own, claims, artefacts }, number, submittedAt);
      await manager.insert(PortfolioVersion, { ...of, number, manifest, sha256, submittedAt });
      const state = move(portfolioMoves, own.portfolio.state, 'submit');
      await manager.update(Portfolio, { id, state: own.portfolio.state }, { state, submittedAt });
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'portfolio.submitted',
        subjectKind: 'portfolio',
        subjectId: id,
        entryId: own.entry.id,
        detail: { number, sha256 },
      });
    });
    await this.listeners.tell(id);
  }

  private refuseIncomplete(role: RoleCode, claims: readonly Claim[], artefactCount: number): void {
    const missing = findMissing(this.content.competenciesOf(role), claims, artefactCount);
    if (missing.length > 0) throw new Refusal('PORTFOLIO_INCOMPLETE', missing.map(describeMissing));
  }
}

const describeMissing = (missing: Missing) =>
  missing.kind === 'claim'
    ? { path: `claims.${missing.competency}`, message: 'no claim' }
    : { path: 'artefacts', message: 'no artefact' };
