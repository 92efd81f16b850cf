import type { DimensionCode, RoleCode } from '@ennead/contracts';
import type { Fault } from './fault.ts';
import { faultAt } from './fault.ts';
import type { Bank } from './read-bank.ts';
import type { Path, Source } from './read-yaml.ts';

/**
 * The ids of all competencies, as far as they can be read: a role file with a fault elsewhere still lends its ids, so
 * that one fault does not raise a hundred others.
 */
export function knownCompetencies({ roles }: Bank): ReadonlySet<string> {
  return new Set(roles.sources.flatMap(({ raw }) => idsOf(raw)));
}

function idsOf(raw: unknown): string[] {
  const { competencies } = Object(raw) as { competencies?: unknown };
  if (!Array.isArray(competencies)) return [];
  return competencies
    .map((competency: unknown) => (Object(competency) as { id?: unknown }).id)
    .filter(isString);
}

const isString = (value: unknown): value is string => typeof value === 'string';

/** A reference to a competency that must exist, belong to the role and be of the dimension. */
export function checkCompetencyRef(
  known: ReadonlySet<string>,
  { role, dimension }: { role: RoleCode; dimension: DimensionCode },
  source: Source,
  path: Path,
  competency: string,
): Fault[] {
  if (!known.has(competency)) {
    const fix = `use an id from standard/roles/${role}.yaml`;
    return [faultAt(source, path, `there is no competency \`${competency}\``, fix)];
  }
  const start = `${role}.${dimension}.`;
  if (competency.startsWith(start)) return [];
  return [
    faultAt(source, path, `\`${competency}\` is of no use here`, `use one that starts with \`${start}\``),
  ];
}
