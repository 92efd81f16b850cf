import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { EntryResultView } from '@ennead/contracts';
import { may } from '@ennead/domain';
import { ContentBank, findStanding, recordViewing } from '@ennead/persistence';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand } from '../../http/demand.ts';
import { findExceptionNotes } from '../exceptions/find-exceptions.ts';
import { findCase } from '../enrolments/find-cases.ts';
import { roleNameOf } from './names.ts';
import { Schemes } from './schemes.ts';
import { viewResult } from './view-result.ts';

@Injectable()
export class ResultsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly bank: ContentBank,
    private readonly schemes: Schemes,
  ) {}

  /**
   * The whole result for its candidate and for certifiers without a conflict, its scores for the managers of the institution.
   *
   * @throws Refusal NOT_FOUND, DECISION_CONFLICT: an assessor marks without knowing whose work it is, so that for a
   *   certifier who assessed the name stays closed here too
   */
  async view(caller: Caller, entryId: string): Promise<EntryResultView> {
    const found = await findCase(this.db.manager, entryId);
    const standing = await findStanding(this.db.manager, caller.id, 'entry', entryId);
    const showsScores = standing && may(caller, 'scores.read', standing);
    if (!showsScores) await demand(this.db.manager, caller, 'result.read', entryId);
    const shows = may(caller, 'result.read', standing!) ? 'full' : 'scores';
    const own = found.candidateId === caller.id;
    const rules = await this.schemes.rulesOf(found);
    const standard = await this.bank.standard(found.session.standardHash);
    if (!own)
      await recordViewing(this.db.manager, {
        actorId: caller.id,
        action: 'result.viewed',
        subjectKind: 'entry',
        subjectId: entryId,
        entryId,
      });
    const exceptions = await findExceptionNotes(this.db.manager, entryId, 'result');
    return viewResult(found, rules, roleNameOf(standard, found.role), exceptions, {
      shows,
      own,
    });
  }
}
