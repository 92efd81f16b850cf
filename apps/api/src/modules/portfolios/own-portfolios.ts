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
import { findScoreAt } from '@ennead/scoring';
import sql from 'sql-template-tag';
import { DataSource, In, IsNull, Not, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { beginPart, type PartPlace } from '../enrolments/begin-part.ts';
import { findOwnEntry, type FoundEntry } from '../enrolments/find-entry.ts';
import { findPart, inWindow } from '../enrolments/part-window.ts';
import { findOwnPortfolio } from './find-own-portfolio.ts';
import { PortfolioRequirements } from './portfolio-requirements.ts';
import { viewPortfolio, type PortfolioFacts } from './view-portfolio.ts';

/** Loads a portfolio for its candidate. */
@Injectable()
export class OwnPortfolios {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly requirements: PortfolioRequirements,
    private readonly bank: ContentBank,
  ) {}

  /** The portfolio of one part; the first look begins it as a draft. */
  async openFor(caller: Caller, entryId: string, partId: string): Promise<PortfolioView> {
    const entry = await findOwnEntry(this.db.manager, caller, entryId);
    const place = { entryId, partId, kind: 'portfolio' } as const;
    await findPart(this.db.manager, entryId, partId, place.kind);
    const portfolio = (await findAt(this.db.manager, place)) ?? (await this.begin(caller, place));
    return this.viewOf(portfolio, entry);
  }

  async view(caller: Caller, id: string): Promise<PortfolioView> {
    const { portfolio, entry } = await findOwnPortfolio(this.db.manager, caller, id);
    return this.viewOf(portfolio, entry);
  }

  private begin(caller: Caller, place: PartPlace): Promise<Portfolio> {
    return this.db.transaction((manager) =>
      beginPart(manager, place, {
        find: () => findAt(manager, place),
        make: ({ id }) => makeDraft(manager, caller, place.entryId, id),
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
      competencies: await this.requirements.competenciesOf(entry),
      experienceAsked: await this.requirements.experienceAsked(session),
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
      endedAt: IsNull(),
    });
    const [first] = reviews;
    if (!first) return null;
    const rubric = await this.bank.rubric(first.rubricHash);
    return { rubric, reviews, scoreCents: score.reportedCents! };
  }
}

const findAt = (manager: EntityManager, { entryId, partId }: PartPlace): Promise<Portfolio | null> =>
  manager.findOneBy(Portfolio, { entryId, sessionPartId: partId });

const makeDraft = (
  manager: EntityManager,
  caller: Caller,
  entryId: string,
  sessionPartId: string,
): Promise<Portfolio | null> =>
  create(manager, portfolios, {
    event: 'begin',
    actorId: caller.id,
    guards: { window: inWindow(entryId, sessionPartId) },
    values: { entryId, sessionPartId, updatedAt: sql`clock()` },
  });
