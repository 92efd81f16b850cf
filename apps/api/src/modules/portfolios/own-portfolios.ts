import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PortfolioView } from '@ennead/contracts';
import {
  Artefact,
  Claim,
  ContentBank,
  create,
  ExamSession,
  Portfolio,
  portfolios,
  PortfolioVersion,
  readClock,
  Review,
  SessionPart,
} from '@ennead/persistence';
import sql from 'sql-template-tag';
import { DataSource, In, IsNull, Not } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { findOwnEntry, type FoundEntry } from '../enrolments/find-entry.ts';
import { findPart, inWindow, refuseOutsideWindow, type EntryPart } from '../enrolments/part-window.ts';
import { findScoreAt } from '../scores/score-records.ts';
import { findOwnPortfolio } from './find-own-portfolio.ts';
import { PortfolioContent } from './portfolio-content.ts';
import { viewPortfolio, type PortfolioFacts } from './view-portfolio.ts';

/** Loads a portfolio for its candidate. */
@Injectable()
export class OwnPortfolios {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly content: PortfolioContent,
    private readonly bank: ContentBank,
  ) {}

  /** The portfolio of one part; the first look begins it as a draft. */
  async openFor(caller: Caller, entryId: string, partId: string): Promise<PortfolioView> {
    const entry = await findOwnEntry(this.db.manager, caller, entryId);
    const part = await findPart(this.db.manager, entryId, partId, 'portfolio');
    const of = { entryId, sessionPartId: partId };
    if (!(await this.db.manager.existsBy(Portfolio, of))) await this.begin(caller, entryId, part);
    return this.viewOf(await this.db.manager.findOneByOrFail(Portfolio, of), entry);
  }

  async view(caller: Caller, id: string): Promise<PortfolioView> {
    const { portfolio, entry } = await findOwnPortfolio(this.db.manager, caller, id);
    return this.viewOf(portfolio, entry);
  }

  /** Two pages that look first at once begin one draft. */
  private async begin(caller: Caller, entryId: string, part: EntryPart): Promise<void> {
    refuseOutsideWindow(part);
    await this.db.transaction((manager) =>
      create(manager, portfolios, {
        event: 'begin',
        actorId: caller.id,
        guards: { window: inWindow(entryId, part.id) },
        values: { entryId, sessionPartId: part.id, updatedAt: sql`clock()` },
      }),
    );
  }

  private async viewOf(portfolio: Portfolio, entry: FoundEntry): Promise<PortfolioView> {
    const { manager } = this.db;
    const session = await manager.findOneByOrFail(ExamSession, { id: entry.examSessionId });
    const part = await manager.findOneByOrFail(SessionPart, { id: portfolio.sessionPartId });
    const of = { portfolioId: portfolio.id };
    const versions = await manager.find(PortfolioVersion, { where: of, order: { number: 'ASC' } });
    const facts: PortfolioFacts = {
      portfolio,
      entry,
      session,
      closesAt: part.closesAt ?? session.closesAt,
      competencies: await this.content.competenciesOf(entry),
      experienceAsked: await this.content.experienceAsked(session),
      claims: await manager.find(Claim, { where: of, order: { competency: 'ASC' } }),
      artefacts: await manager.find(Artefact, { where: of, order: { number: 'ASC' } }),
      versions,
      marked: await this.findMarks(portfolio, versions),
    };
    return viewPortfolio(facts, await readClock(manager));
  }

  private async findMarks(
    { entryId, sessionPartId }: Portfolio,
    versions: readonly PortfolioVersion[],
  ): Promise<PortfolioFacts['marked']> {
    const score = await findScoreAt(this.db.manager, entryId, sessionPartId);
    if (!score) return null;
    const reviews = await this.db.manager.findBy(Review, {
      portfolioVersionId: In(versions.slice(-1).map(({ id }) => id)),
      submittedAt: Not(IsNull()),
    });
    const [first] = reviews;
    if (!first) return null;
    const rubric = await this.bank.rubric(first.rubricHash);
    return { rubric, reviews, scoreCents: score.reportedCents! };
  }
}
