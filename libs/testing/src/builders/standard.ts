import type { Competency, DimensionCode, ElementCode, Role, Standard } from '@ennead/contracts';
import { DirectionCode, MasteryCode, RoleCode } from '@ennead/contracts';
import { aText } from './text.ts';

const named = <Code extends string>(code: Code) => ({
  code,
  name: aText(code),
  description: aText(`About ${code}.`),
});

const dimension = (
  code: DimensionCode,
  evaluatedBy: Standard['dimensions'][number]['evaluatedBy'],
  elements: readonly ElementCode[],
) => ({
  code,
  name: aText(code),
  evaluatedBy,
  evaluatedByName: aText(evaluatedBy),
  elements: elements.map(named),
});

export const aStandard = (overrides: Partial<Standard> = {}): Standard => ({
  id: 'llm-jobs',
  version: 1,
  title: aText('Standard'),
  dimensions: [
    dimension('knowledge', 'written-exam', ['basic-knowledge', 'professional-knowledge']),
    dimension('skills', 'lab', ['basic-skills', 'professional-skills']),
    dimension('practice', 'portfolio', ['experience']),
  ],
  masteries: MasteryCode.options.map(named),
  directions: DirectionCode.options.map(named),
  ...overrides,
});

const firstElement = {
  knowledge: 'basic-knowledge',
  skills: 'basic-skills',
  practice: 'experience',
} as const;

export const aCompetency = (role: RoleCode, dimensionCode: DimensionCode, slug: string): Competency => ({
  id: `${role}.${dimensionCode}.${slug}`,
  dimension: dimensionCode,
  element: firstElement[dimensionCode],
  mastery: 'master',
  title: aText(slug),
  text: aText(`Masters ${slug}.`),
});

/** A role with so many competencies a dimension, named topic-1, topic-2 and so on. */
export function aRole(code: RoleCode, counts: Readonly<Record<DimensionCode, number>>): Role {
  const competencies = (Object.entries(counts) as [DimensionCode, number][]).flatMap(
    ([dimensionCode, count]) =>
      Array.from({ length: count }, (_, index) => aCompetency(code, dimensionCode, `topic-${index + 1}`)),
  );
  return { code, direction: 'application', name: aText(code), duty: aText(`Duty of ${code}.`), competencies };
}

/** All eight roles, with the standard's 30, 39 and 31 competencies between them. */
export const allRoles = (): Role[] =>
  RoleCode.options.map((code) =>
    aRole(
      code,
      code === 'application-engineer'
        ? { knowledge: 2, skills: 4, practice: 3 }
        : { knowledge: 4, skills: 5, practice: 4 },
    ),
  );
