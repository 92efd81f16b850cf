import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type EntryResultView } from '@ennead/contracts';
import type { Content } from '@ennead/content';
import { findConflicts } from '@ennead/domain';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { CONTENT } from '../../infrastructure/content.ts';
import { reviewsOf, type Case } from '../enrolments/case.ts';
import { findCase } from '../enrolments/find-cases.ts';
import { roleNameOf } from './names.ts';
import { Schemes } from './schemes.ts';
import { viewResult, type Viewer } from './view-result.ts';

@Injectable()
export class ResultsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CONTENT) private readonly content: Content,
    private readonly schemes: Schemes,
  ) {}

  async view(caller: Caller, entryId: string): Promise<EntryResultView> {
    const found = await findCase(this.db.manager, entryId);
    const viewer = viewerOf(caller, found);
    const rules = await this.schemes.rulesOf(found);
    return viewResult(found, rules, roleNameOf(this.content, found.role), viewer);
  }
}

/** @throws Refusal for anybody but the candidate, certifiers without a conflict, and the managers of the institution. */
const viewerOf = (caller: Caller, found: Case): Viewer => {
  if (found.candidateId === caller.id) return { shows: 'full', own: true };
  const isCertifier = caller.roles.includes('certifier');
  const conflicts = findConflicts(caller.id, { ...found, reviews: reviewsOf(found) });
  if (isCertifier && conflicts.length === 0) return { shows: 'full', own: false };
  const isManager =
    caller.roles.includes('manager') &&
    caller.institutionId !== null &&
    caller.institutionId === found.institutionId;
  if (isManager) return { shows: 'scores', own: false };
  // An assessor marks without knowing whose work it is: for a certifier who assessed, the name stays closed here too.
  throw new Refusal(isCertifier ? 'DECISION_CONFLICT' : 'NOT_FOUND');
};
