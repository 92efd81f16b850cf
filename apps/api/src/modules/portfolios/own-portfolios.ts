import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type PortfolioView } from '@ennead/contracts';
import {
  Artefact,
  Claim,
  Entry,
  ExamSession,
  Portfolio,
  PortfolioVersion,
  readClock,
  recordAudit,
  Review,
} from '@ennead/persistence';
import { DataSource, In } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { findOwnPortfolio } from './find-own-portfolio.ts';
import { PortfolioContent } from './portfolio-content.ts';
import { Rubrics } from './rubrics.ts';
import { viewPortfolio, type PortfolioFacts } from './view-portfolio.ts';

/** Loads a portfolio for its candidate. */
@Injectable()
export class OwnPortfolios {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly content: PortfolioContent,
    private readonly rubrics: Rubrics,
  ) {}

  /** The portfolio of an entry; the first look begins it as a draft. */
  async openFor(caller: Caller, entryId: string): Promise<PortfolioView> {
    const entry = await this.db.manager.findOneBy(Entry, { id: entryId, candidateId: caller.id });
    if (!entry) throw new Refusal('NOT_FOUND');
    const found = await this.db.manager.findOneBy(Portfolio, { entryId });
    return this.viewOf(found ?? (await this.begin(caller, entryId)), entry);
  }

  async view(caller: Caller, id: string): Promise<PortfolioView> {
    const { portfolio, entry } = await findOwnPortfolio(this.db.manager, caller, id);
    return this.viewOf(portfolio, entry);
  }

  /** Two pages that look first at once begin one draft. */
  private begin(caller: Caller, entryId: string): Promise<Portfolio> {
    return this.db.transaction(async (manager) => {
      const inserted = await manager
        .createQueryBuilder()
        .insert()
        .into(Portfolio)
        .values({ entryId, state: 'draft', updatedAt: () => 'clock()' })
        .orIgnore()
        .returning('id')
        .execute();
      const portfolio = await manager.findOneByOrFail(Portfolio, { entryId });
      if ((inserted.raw as unknown[]).length === 1)
        await recordAudit(manager, {
          actorId: caller.id,
          action: 'portfolio.begun',
          subjectKind: 'portfolio',
          subjectId: portfolio.id,
          entryId,
        });
      return portfolio;
    });
  }

  private async viewOf(portfolio: Portfolio, entry: Entry): Promise<PortfolioView> {
    const { manager } = this.db;
    const session = await manager.findOneByOrFail(ExamSession, { id: entry.examSessionId });
    const of = { portfolioId: portfolio.id };
    const versions = await manager.find(PortfolioVersion, { where: of, order: { number: 'ASC' } });
    const facts: PortfolioFacts = {
      portfolio,
      entry,
      session,
      competencies: this.content.competenciesOf(entry.role),
      experienceAsked: this.content.experienceAsked(session),
      claims: await manager.find(Claim, { where: of, order: { competency: 'ASC' } }),
      artefacts: await manager.find(Artefact, { where: of, order: { number: 'ASC' } }),
      versions,
      marked: portfolio.state === 'scored' ? await this.findMarks(versions) : null,
    };
    return viewPortfolio(facts, await readClock(manager));
  }

  private async findMarks(versions: readonly PortfolioVersion[]): Promise<PortfolioFacts['marked']> {
    const reviews = await this.db.manager.findBy(Review, {
      portfolioVersionId: In(versions.slice(-1).map(({ id }) => id)),
      state: 'submitted',
    });
    const [first] = reviews;
    if (!first) return null;
    const rubric = await this.rubrics.find(this.db.manager, first.rubricId, first.rubricHash);
    return { rubric, reviews };
  }
}
