import type { RosterFault, RosterPreview, RosterRow } from '@ennead/contracts';
import type { Person } from '@ennead/persistence';
import type { ReadRow } from './read-roster.ts';

export type KnownPeople = {
  readonly institutionId: string;
  /** By e-mail address. */
  readonly people: ReadonlyMap<string, Pick<Person, 'id' | 'roles' | 'institutionId'>>;
  /** People who are in the session already. */
  readonly enrolledIds: ReadonlySet<string>;
};

/** Says of every row what importing it would do. Importable only as a whole: nothing is ever half-imported. */
export const judgeRoster = (rows: readonly ReadRow[], known: KnownPeople): RosterPreview => {
  const judged = rows.map((row) => judgeRow(row, known));
  return { rows: judged, importable: judged.length > 0 && judged.every(({ faults }) => faults.length === 0) };
};

const judgeRow = (row: ReadRow, known: KnownPeople): RosterRow => {
  const person = known.people.get(row.email);
  const faults = [...row.faults, ...(person ? personFaults(person, known.institutionId) : [])];
  return { ...row, faults, outcome: faults.length > 0 ? 'fault' : outcomeOf(person?.id, known.enrolledIds) };
};

const personFaults = (
  person: Pick<Person, 'roles' | 'institutionId'>,
  institutionId: string,
): RosterFault[] => {
  // Who belongs elsewhere is not ours to enrol; a person of no institution joins the one that enrols them.
  if (person.institutionId !== null && person.institutionId !== institutionId) return ['OTHER_INSTITUTION'];
  return person.roles.includes('candidate') ? [] : ['NOT_A_CANDIDATE'];
};

const outcomeOf = (personId: string | undefined, enrolled: ReadonlySet<string>): RosterRow['outcome'] => {
  if (personId === undefined) return 'new-person';
  return enrolled.has(personId) ? 'enrolled-already' : 'known-person';
};
