import type { RosterFault, RosterPreview, RosterRow } from '@ennead/contracts';
import type { NextTry } from '@ennead/domain';
import type { Person } from '@ennead/persistence';
import type { ReadRow } from './read-roster.ts';

type RosterPerson = Pick<Person, 'id' | 'roles' | 'institutionId' | 'disabledAt'>;

export type KnownPeople = {
  readonly institutionId: string;
  /** By e-mail address. */
  readonly people: ReadonlyMap<string, RosterPerson>;
  /** Addresses that somebody had who has another one by now. */
  readonly formerEmails: ReadonlySet<string>;
  /** People who are in the session already. */
  readonly enrolledIds: ReadonlySet<string>;
  /** What another try of those may be who were entered for this role and level before. */
  readonly nextTries: ReadonlyMap<string, NextTry>;
  /** How many more the session takes from the institution; null: as many as come. */
  readonly placesLeft: number | null;
};

/** Says of every row what importing it would do. Importable only as a whole: nothing is ever half-imported. */
export const judgeRoster = (rows: readonly ReadRow[], known: KnownPeople): RosterPreview => {
  const judged = refuseBeyond(
    rows.map((row) => judgeRow(row, known)),
    known.placesLeft,
  );
  return { rows: judged, importable: judged.length > 0 && judged.every(({ faults }) => faults.length === 0) };
};

/** The first rows have what places there are. */
const refuseBeyond = (rows: readonly RosterRow[], placesLeft: number | null): RosterRow[] => {
  if (placesLeft === null) return [...rows];
  let left = placesLeft;
  return rows.map((row) => {
    if (row.outcome !== 'new-person' && row.outcome !== 'known-person') return row;
    left -= 1;
    return left >= 0 ? row : { ...row, outcome: 'fault', faults: ['NO_PLACE'] };
  });
};

const judgeRow = (row: ReadRow, known: KnownPeople): RosterRow => {
  const person = known.people.get(row.email);
  const ownFaults = [
    ...row.faults,
    ...(person ? personFaults(person, known) : []),
    ...formerFaults(row, known),
  ];
  // Of somebody who is not theirs to enrol an institution learns nothing further.
  const next = person && ownFaults.length === 0 ? nextTryOf(person.id, known) : undefined;
  const faults = [...ownFaults, ...(next?.kind === 'refused' ? [next.code] : [])];
  const earliestAt = next && 'earliestAt' in next ? next.earliestAt : null;
  return {
    ...row,
    faults,
    // What they may carry over stays theirs to know.
    next: next?.kind === 'allowed' ? { number: next.number, cause: next.cause } : null,
    earliestAt,
    outcome: faults.length > 0 ? 'fault' : outcomeOf(person?.id, known.enrolledIds),
  };
};

/** Who is in this session already is not entered again. */
const nextTryOf = (personId: string, { enrolledIds, nextTries }: KnownPeople): NextTry | undefined =>
  enrolledIds.has(personId) ? undefined : nextTries.get(personId);

/** An address that somebody left stays theirs, and tells nobody whose it was. */
const formerFaults = ({ email }: ReadRow, { formerEmails }: KnownPeople): RosterFault[] =>
  formerEmails.has(email) ? ['OTHER_INSTITUTION'] : [];

const personFaults = (person: RosterPerson, { institutionId, enrolledIds }: KnownPeople): RosterFault[] => {
  // Who belongs elsewhere is not ours to enrol; a person of no institution joins the one that enrols them. Whose account is
  // closed or disabled is nobody's to enrol, and that it is so is theirs to tell.
  if (person.disabledAt !== null && !enrolledIds.has(person.id)) return ['OTHER_INSTITUTION'];
  if (person.institutionId !== null && person.institutionId !== institutionId) return ['OTHER_INSTITUTION'];
  return person.roles.includes('candidate') ? [] : ['NOT_A_CANDIDATE'];
};

const outcomeOf = (personId: string | undefined, enrolled: ReadonlySet<string>): RosterRow['outcome'] => {
  if (personId === undefined) return 'new-person';
  return enrolled.has(personId) ? 'enrolled-already' : 'known-person';
};
