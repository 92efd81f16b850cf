import type { Competency, DimensionCode, MasteryCode } from '@ennead/contracts';

export const dimensionCodes = ['knowledge', 'skills', 'practice'] as const satisfies readonly DimensionCode[];
const masteryCodes = ['know', 'familiar', 'master', 'expert'] as const satisfies readonly MasteryCode[];

export interface CompetencyFilter {
  readonly dimension: DimensionCode | null;
  readonly mastery: MasteryCode | null;
}

/** Reads the filter out of the address; what it does not know counts as no filter. */
export function readFilter(search: URLSearchParams): CompetencyFilter {
  return {
    dimension: dimensionCodes.find((code) => code === search.get('dimension')) ?? null,
    mastery: masteryCodes.find((code) => code === search.get('mastery')) ?? null,
  };
}

export const filterCompetencies = (
  competencies: readonly Competency[],
  filter: CompetencyFilter,
): readonly Competency[] =>
  competencies.filter(
    (competency) =>
      (!filter.dimension || competency.dimension === filter.dimension) &&
      (!filter.mastery || competency.mastery === filter.mastery),
  );

/** The anchor of a competency on its role's page: its id without the role. */
export const anchorOf = (competencyId: string): string => competencyId.split('.').slice(1).join('.');
