import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type EntryResultView } from '@ennead/contracts';
import { findConflicts } from '@ennead/domain';
import { ContentBank } from '@ennead/persistence';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { reviewsOf, type Case } from '../enrolments/case.ts';
import { findCase } from '../enrolments/find-cases.ts';
import { roleNameOf } from './names.ts';
import { Schemes } from './schemes.ts';
import { viewResult, type Viewer } from './view-result.ts';

@Injectable()
export class ResultsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly bank: ContentBank,
    private readonly schemes: Schemes,
  ) {}

  async view(caller: Caller, entryId: string): Promise<EntryResultView> {
    const found = await findCase(this.db.manager, entryId);
    const viewer = viewerOf(caller, found);
    const rules = await this.schemes.rulesOf(found);
    const standard = await this.bank.standard(found.session.standardHash);
    return viewResult(found, rules, roleNameOf(standard, found.role), viewer);
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
