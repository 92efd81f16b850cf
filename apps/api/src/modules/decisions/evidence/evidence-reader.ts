import { Inject, Injectable } from '@nestjs/common';
import type { Evidence } from '@ennead/contracts';
import type { Content } from '@ennead/content';
import { findNearBoundaries, mayStillScore } from '@ennead/domain';
import type { EntityManager } from 'typeorm';
import { CONTENT } from '../../../infrastructure/content.ts';
import { SETTINGS, type Settings } from '../../../settings.ts';
import { findTrail } from '../../audit/find-trail.ts';
import { instant, type Case } from '../../results/case.ts';
import { composeCase, statesOf } from '../../results/compose-case.ts';
import { Schemes } from '../../results/schemes.ts';
import { Forms } from '../../sessions/forms.ts';
import { findBrokenParts } from './find-broken-parts.ts';
import { readExamEvidence } from './read-exam-evidence.ts';
import { readLabEvidence } from './read-lab-evidence.ts';
import { readPortfolioEvidence } from './read-portfolio-evidence.ts';

/** Gathers everything a decision rests on, and computes again whatever can be computed again. */
@Injectable()
export class EvidenceReader {
  constructor(
    @Inject(CONTENT) private readonly content: Content,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly schemes: Schemes,
    private readonly forms: Forms,
  ) {}

  async read(manager: EntityManager, found: Case): Promise<Evidence> {
    const rules = await this.schemes.rulesOf(found);
    const exam = await readExamEvidence(manager, found, { forms: this.forms, content: this.content });
    const lab = await readLabEvidence(manager, found, this.settings.VERDICT_SIGNING_KEY);
    const portfolio = await readPortfolioEvidence(manager, found, this.content);
    const result = composeCase(found, rules);
    const { session } = found;
    return {
      session: {
        id: session.id,
        title: session.title,
        opensAt: instant(session.opens_at),
        closesAt: instant(session.closes_at),
      },
      scheme: {
        id: rules.scheme.id,
        version: rules.scheme.version,
        hash: session.scheme_hash,
        title: rules.scheme.title,
        level: rules.level,
      },
      exam,
      lab,
      portfolio,
      result,
      near: findNearBoundaries(rules.scheme.rules, result),
      broken: findBrokenParts({ exam, lab, portfolio }),
      mayRefuse: !mayStillScore(statesOf(found), found.sessionIsOver),
      trail: await findTrail(manager, found.entryId),
    };
  }
}
