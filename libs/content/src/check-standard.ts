import type { Competency, Role } from '@ennead/contracts';
import { DimensionCode, DirectionCode, type ElementCode, MasteryCode, RoleCode } from '@ennead/contracts';
import { faultAt } from './fault.ts';
import type { Fault } from './fault.ts';
import { baseName, findRepeats } from './find-repeats.ts';
import type { Bank } from './read-bank.ts';
import type { Parsed, Path, Source } from './read-yaml.ts';

/** How many competencies the occupational standard asks, over all roles. */
const competencyCounts = { knowledge: 30, skills: 39, practice: 31 } as const;

const elementsOf: Readonly<Record<DimensionCode, readonly ElementCode[]>> = {
  knowledge: ['basic-knowledge', 'professional-knowledge'],
  skills: ['basic-skills', 'professional-skills'],
  practice: ['experience'],
};

/** The standard is whole: every code once, every role once, exactly its hundred competencies. */
export function checkStandard(bank: Bank, prefix: string): Fault[] {
  return [
    ...checkHead(bank, prefix),
    ...bank.roles.parsed.flatMap(checkRole),
    ...(bank.roles.complete ? [...checkRolesPresent(bank, prefix), ...checkCounts(bank, prefix)] : []),
    ...findRepeats(
      'the competency',
      bank.roles.parsed.flatMap((role) =>
        role.value.competencies.map(({ id }, index) => ({
          id,
          source: role,
          path: ['competencies', index, 'id'],
        })),
      ),
    ),
  ];
}

function checkHead({ standards }: Bank, prefix: string): Fault[] {
  const source = standards.parsed[0];
  if (!source) return standards.complete ? [absent(`${prefix}standard/standard.yaml`)] : [];
  const { dimensions, masteries, directions } = source.value;
  const list = (key: string, entries: readonly { code: string }[], codes: readonly string[]) =>
    checkCodes(source, [key], entries, codes);
  return [
    ...list('dimensions', dimensions, DimensionCode.options),
    ...list('masteries', masteries, MasteryCode.options),
    ...list('directions', directions, DirectionCode.options),
    ...dimensions.flatMap(({ code, elements }, index) =>
      checkCodes(source, ['dimensions', index, 'elements'], elements, elementsOf[code]),
    ),
  ];
}

function checkCodes(
  source: Source,
  path: Path,
  entries: readonly { code: string }[],
  codes: readonly string[],
): Fault[] {
  const missing = codes
    .filter((code) => !entries.some((entry) => entry.code === code))
    .map((code) => faultAt(source, path, `\`${code}\` is missing`, `describe \`${code}\` here`));
  const surplus = entries.flatMap(({ code }, index) =>
    codes.includes(code)
      ? []
      : [faultAt(source, [...path, index], `\`${code}\` does not belong here`, 'remove it')],
  );
  const named = entries.map(({ code }, index) => ({ id: code, source, path: [...path, index] }));
  return [...missing, ...surplus, ...findRepeats('the code', named)];
}

function checkRole(role: Parsed<Role>): Fault[] {
  const { code, competencies } = role.value;
  const misnamed =
    baseName(role.file) === code
      ? []
      : [
          faultAt(
            role,
            ['code'],
            `the role is \`${code}\` but the file is not`,
            `name the file ${code}.yaml`,
          ),
        ];
  return [
    ...misnamed,
    ...competencies.flatMap((competency, index) => checkCompetency(role, competency, index)),
  ];
}

function checkCompetency(role: Parsed<Role>, { id, dimension, element }: Competency, index: number): Fault[] {
  const start = `${role.value.code}.${dimension}.`;
  return [
    ...(id.startsWith(start)
      ? []
      : [
          faultAt(
            role,
            ['competencies', index, 'id'],
            `\`${id}\` does not fit its role and dimension`,
            `start it with \`${start}\``,
          ),
        ]),
    ...(elementsOf[dimension].includes(element)
      ? []
      : [
          faultAt(
            role,
            ['competencies', index, 'element'],
            `\`${element}\` is no element of ${dimension}`,
            `use one of: ${elementsOf[dimension].join(', ')}`,
          ),
        ]),
  ];
}

function checkRolesPresent({ roles }: Bank, prefix: string): Fault[] {
  return RoleCode.options
    .filter((code) => !roles.parsed.some(({ value }) => value.code === code))
    .map((code) => absent(`${prefix}standard/roles/${code}.yaml`));
}

function checkCounts({ roles }: Bank, prefix: string): Fault[] {
  const all = roles.parsed.flatMap(({ value }) => value.competencies);
  return DimensionCode.options.flatMap((dimension) => {
    const [found, due] = [
      all.filter((one) => one.dimension === dimension).length,
      competencyCounts[dimension],
    ];
    if (found === due) return [];
    return [
      {
        file: `${prefix}standard/roles`,
        line: 1,
        message: `the roles have ${found} competencies of ${dimension} together, the standard has ${due}`,
        fix: found < due ? `add the ${due - found} missing` : `remove or merge ${found - due}`,
      },
    ];
  });
}

const absent = (file: string): Fault => ({ file, line: 1, message: 'the file is missing', fix: 'write it' });
