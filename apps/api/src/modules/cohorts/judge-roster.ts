import type { NameSettling, RosterFault, RosterRow } from '@ennead/contracts';
import type { NextTry } from '@ennead/domain';
import type { Person } from '@ennead/persistence';
import type { ReadRow } from './read-roster.ts';

/** How somebody stands who is in the session already. */
export type Entered = {
  readonly entryId: string;
  /** As the institution is told. */
  readonly name: string;
  /** As its latest roster has it; null where they came by none. */
  readonly rosterName: string | null;
  /** Whose word another name is: the roster's as long as nobody has opened the account, then the registrar's; null where it is neither's. */
  readonly renamedBy: 'roster' | 'registrar' | null;
};

export type KnownPeople = {
  readonly institutionId: string;
  /** By e-mail address. */
  readonly people: ReadonlyMap<
    string,
    Pick<Person, 'id' | 'name' | 'roles' | 'institutionId' | 'disabledAt'>
  >;
  /** People of whom the institution may know that they are in the session already, by id. */
  readonly entered: ReadonlyMap<string, Entered>;
  /** What another try of those may be who were entered for this role and level before. */
  readonly nextTries: ReadonlyMap<string, NextTry>;
  /** How many more the session takes from the institution; null: as many as come. */
  readonly placesLeft: number | null;
  /** Whose student numbers these are in the cohort, by address. */
  readonly numbers: ReadonlyMap<string, string>;
  /** What is to be done about names that differ, by address. */
  readonly settled: Readonly<Record<string, NameSettling>>;
};

/** Says of every row what importing it would do. Of whoever is not the institution's it says the same, known or not. */
export const judgeRoster = (rows: readonly ReadRow[], known: KnownPeople): RosterRow[] =>
  refuseBeyond(
    rows.map((row) => judgeRow(row, known)),
    known.placesLeft,
  );

/** Whether every row may go in. */
export const isImportable = (rows: readonly RosterRow[]): boolean =>
  rows.length > 0 && rows.every(({ faults }) => faults.length === 0);

/** Whether importing the row would make somebody a seat. */
export const isFresh = ({ outcome }: Pick<RosterRow, 'outcome'>): boolean =>
  outcome === 'new-person' || outcome === 'known-person';

/** Whether importing the row would put a name right, or have the registrar do so. */
export const isCorrected = ({ outcome }: Pick<RosterRow, 'outcome'>): boolean =>
  outcome === 'renamed' || outcome === 'name-asked';

/** The first rows have what places there are. */
const refuseBeyond = (rows: readonly RosterRow[], placesLeft: number | null): RosterRow[] => {
  if (placesLeft === null) return [...rows];
  let left = placesLeft;
  return rows.map((row) => {
    if (!isFresh(row)) return row;
    left -= 1;
    return left >= 0 ? row : { ...row, outcome: 'fault', faults: ['NO_PLACE'] };
  });
};

const judgeRow = (row: ReadRow, known: KnownPeople): RosterRow => {
  const person = known.people.get(row.email);
  const entered = person && known.entered.get(person.id);
  if (entered) return judgeEntered(row, entered, known.settled[row.email]);
  const own = person?.institutionId === known.institutionId ? person : undefined;
  const isUnfit = own !== undefined && (own.disabledAt !== null || !own.roles.includes('candidate'));
  const differs = own !== undefined && !isUnfit && own.name.normalize() !== row.name;
  const ownFaults = [
    ...row.faults,
    ...numberFaults(row, known),
    ...(isUnfit ? (['NOT_A_CANDIDATE'] as const) : []),
    ...(differs && !known.settled[row.email] ? (['NAME_DIFFERS'] as const) : []),
  ];
  const next = own && ownFaults.length === 0 ? known.nextTries.get(own.id) : undefined;
  const faults = [...ownFaults, ...(next?.kind === 'refused' ? [next.code] : [])];
  return {
    ...row,
    storedName: differs ? own.name : null,
    faults,
    // What they may carry over stays theirs to know.
    next: next?.kind === 'allowed' ? { number: next.number, cause: next.cause } : null,
    earliestAt: next && 'earliestAt' in next ? next.earliestAt : null,
    outcome: faults.length > 0 ? 'fault' : own ? 'known-person' : 'new-person',
  };
};

/** Nobody is invited twice: what a roster may still do is put a name right. One that it has said before says nothing new. */
const judgeEntered = (
  row: ReadRow,
  { name, rosterName, renamedBy }: Entered,
  settled: NameSettling | undefined,
): RosterRow => {
  const said = [name, rosterName].map((one) => one?.normalize());
  const differs = row.faults.length === 0 && renamedBy !== null && !said.includes(row.name);
  const isOpen = differs && renamedBy === 'registrar' && settled === undefined;
  const faults = isOpen ? (['NAME_DIFFERS'] as const) : row.faults;
  const corrected = renamedBy === 'roster' ? 'renamed' : settled === 'ask-registrar' ? 'name-asked' : null;
  return {
    ...row,
    storedName: differs ? name : null,
    faults: [...faults],
    next: null,
    earliestAt: null,
    outcome: faults.length > 0 ? 'fault' : ((differs ? corrected : null) ?? 'enrolled-already'),
  };
};

const numberFaults = ({ email, studentNumber }: ReadRow, { numbers }: KnownPeople): RosterFault[] => {
  const holder = studentNumber === null ? undefined : numbers.get(studentNumber);
  return holder === undefined || holder === email ? [] : ['STUDENT_NUMBER_TAKEN'];
};
