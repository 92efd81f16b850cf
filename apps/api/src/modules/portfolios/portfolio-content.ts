import { Inject, Injectable } from '@nestjs/common';
import type { Competency, RoleCode, SchemeLevel } from '@ennead/contracts';
import type { Content } from '@ennead/content';
import type { ExamSession } from '@ennead/persistence';
import { CONTENT } from '../../infrastructure/content.ts';

/** What standard and scheme ask of a portfolio. */
@Injectable()
export class PortfolioContent {
  constructor(@Inject(CONTENT) private readonly content: Content) {}

  /** The practice competencies of a role, in the order of the standard. */
  competenciesOf(role: RoleCode): readonly Competency[] {
    const found = this.content.standard.roles.find(({ code }) => code === role);
    return (found?.competencies ?? []).filter(({ dimension }) => dimension === 'practice');
  }

  experienceAsked({ schemeId, schemeVersion, level }: ExamSession): SchemeLevel['experience'] {
    const scheme =
      this.content.schemes.find(({ id, version }) => id === schemeId && version === schemeVersion) ??
      this.content.schemes.at(-1);
    const found = scheme?.levels.find(({ code }) => code === level);
    if (!found) throw new Error(`no scheme says what ${level} asks`);
    return found.experience;
  }
}
