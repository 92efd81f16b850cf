import type { Criterion, Rubric } from '@ennead/contracts';
import type { Fault } from './fault.ts';
import { faultAt } from './fault.ts';
import { findRepeats } from './find-repeats.ts';
import { checkCompetencyRef } from './known-competencies.ts';
import type { Bank } from './read-bank.ts';
import type { Parsed } from './read-yaml.ts';

/** Criteria sum to 100 per cent, have the levels 0 to 4 in order and cover each practice competency of the role. */
export function checkRubrics({ rubrics }: Bank, known: ReadonlySet<string>): Fault[] {
  return [
    ...rubrics.parsed.flatMap((rubric) => checkRubric(rubric, known)),
    ...findRepeats(
      'the rubric',
      rubrics.parsed.map((source) => ({ id: source.value.id, source, path: ['id'] })),
    ),
    ...findRepeats(
      'the role and level',
      rubrics.parsed.map((source) => ({
        id: `${source.value.role} ${source.value.level}`,
        source,
        path: ['level'],
      })),
    ),
  ];
}

function checkRubric(rubric: Parsed<Rubric>, known: ReadonlySet<string>): Fault[] {
  const { role, criteria } = rubric.value;
  const sum = criteria.reduce((total, { weight }) => total + weight, 0);
  const weights =
    sum === 100
      ? []
      : [faultAt(rubric, ['criteria'], `the weights of the criteria sum to ${sum}`, 'make them sum to 100')];
  const uncovered = [...known]
    .filter((id) => id.startsWith(`${role}.practice.`))
    .filter((id) => !criteria.some(({ competency }) => competency === id))
    .map((id) => faultAt(rubric, ['criteria'], `no criterion judges \`${id}\``, 'add one'));
  return [
    ...weights,
    ...uncovered,
    ...criteria.flatMap((criterion, index) => [
      ...checkCompetencyRef(
        known,
        { role, dimension: 'practice' },
        rubric,
        ['criteria', index, 'competency'],
        criterion.competency,
      ),
      ...checkLevels(rubric, criterion, index),
    ]),
    ...findRepeats(
      'the criterion',
      criteria.map(({ id }, index) => ({ id, source: rubric, path: ['criteria', index, 'id'] })),
    ),
  ];
}

function checkLevels(rubric: Parsed<Rubric>, { levels }: Criterion, index: number): Fault[] {
  return levels.flatMap(({ points }, level) =>
    points === level
      ? []
      : [
          faultAt(
            rubric,
            ['criteria', index, 'levels', level, 'points'],
            `the level of ${points} points is out of place`,
            'list the levels of 0, 1, 2, 3 and 4 points in this order',
          ),
        ],
  );
}
