import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type Competency, type Missing } from '@ennead/contracts';
import {
  Artefact,
  Claim,
  vouched,
  portfolios,
  PortfolioVersion,
  readClock,
  transition,
} from '@ennead/persistence';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { noteSitting } from '../enrolments/note-sitting.ts';
import { inWindow } from '../enrolments/part-window.ts';
import { findMissing } from './find-missing.ts';
import { findOwnPortfolio, lockOwnDraft } from './find-own-portfolio.ts';
import { freezePortfolio } from './freeze-portfolio.ts';
import { PortfolioRequirements } from './portfolio-requirements.ts';

/** Freezes a draft. */
@Injectable()
export class PortfolioSubmissions {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly requirements: PortfolioRequirements,
  ) {}

  /** @throws Refusal PORTFOLIO_INCOMPLETE naming what is missing, PORTFOLIO_SUBMITTED the second time, PART_CLOSED or ENTRY_ENDED too late */
  async submit(caller: Caller, id: string): Promise<void> {
    const { entry } = await findOwnPortfolio(this.db.manager, caller, id);
    const competencies = await this.requirements.competenciesOf(entry);
    await this.db.transaction(async (manager) => {
      const own = await lockOwnDraft(manager, caller, id);
      const of = { portfolioId: id };
      const claims = await manager.find(Claim, { where: of, order: { competency: 'ASC' } });
      const artefacts = await manager.find(Artefact, { where: of, order: { number: 'ASC' } });
      refuseIncomplete(competencies, claims, artefacts.length);
      const submittedAt = await readClock(manager);
      const number = (await manager.countBy(PortfolioVersion, of)) + 1;
      const { manifest, sha256 } = freezePortfolio({ ...own, claims, artefacts }, number, submittedAt);
      await manager.insert(PortfolioVersion, { ...of, number, manifest, sha256, submittedAt });
      const moved = await transition(manager, portfolios, id, {
        event: 'submit',
        actorId: caller.id,
        guards: { window: inWindow(own.entry.id, own.portfolio.sessionPartId), complete: vouched },
        set: { submittedAt },
        detail: { number, sha256 },
      });
      if (!moved) throw new Refusal('PART_CLOSED');
      await noteSitting(manager, own.entry.id, own.portfolio.sessionPartId);
    });
  }
}

const refuseIncomplete = (
  competencies: readonly Competency[],
  claims: readonly Claim[],
  artefactCount: number,
): void => {
  const missing = findMissing(competencies, claims, artefactCount);
  if (missing.length > 0) throw new Refusal('PORTFOLIO_INCOMPLETE', missing.map(describeMissing));
};

const describeMissing = (missing: Missing) =>
  missing.kind === 'claim'
    ? { path: `claims.${missing.competency}`, message: 'no claim' }
    : { path: 'artefacts', message: 'no artefact' };
