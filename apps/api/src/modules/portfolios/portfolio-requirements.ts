import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Competency, SchemeLevel } from '@ennead/contracts';
import { ContentBank, ExamSession } from '@ennead/persistence';
import { DataSource } from 'typeorm';
import type { FoundEntry } from '../enrolments/find-entry.ts';

/** What standard and scheme ask of a portfolio, as they read when its session was scheduled. */
@Injectable()
export class PortfolioRequirements {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly bank: ContentBank,
  ) {}

  /** The practice competencies of the entry's role, in the order of the standard. */
  async competenciesOf({
    examSessionId,
    role,
  }: Pick<FoundEntry, 'examSessionId' | 'role'>): Promise<readonly Competency[]> {
    const { standardHash } = await this.db.manager.findOneByOrFail(ExamSession, { id: examSessionId });
    const { roles } = await this.bank.standard(standardHash);
    const found = roles.find(({ code }) => code === role);
    return (found?.competencies ?? []).filter(({ dimension }) => dimension === 'practice');
  }

  async experienceAsked({ schemeHash, level }: ExamSession): Promise<SchemeLevel['experience']> {
    const { levels } = await this.bank.scheme(schemeHash);
    const found = levels.find(({ code }) => code === level);
    if (!found) throw new Error(`no scheme says what ${level} asks`);
    return found.experience;
  }
}
