import type { CohortMember, EntryCause, LackedClearance, MemberMail, SeatProgress } from '@ennead/contracts';
import { statesOf, type Part } from './part-states.ts';

export type Account = 'active' | 'invited';
export const accounts: readonly Account[] = ['active', 'invited'];

const everyCause = {
  first: true,
  retake: true,
  higher: true,
  'free-sitting': true,
  mock: true,
} satisfies Record<EntryCause, true>;
export const causes = Object.keys(everyCause) as EntryCause[];

const everyMail = {
  refused: true,
  uncertain: true,
  queued: true,
  none: true,
  captured: true,
  sent: true,
} satisfies Record<MemberMail, true>;
export const mails = Object.keys(everyMail) as MemberMail[];

const everySeat = {
  invited: true,
  'link-expired': true,
  waiting: true,
  requested: true,
  entered: true,
  absent: true,
  declined: true,
  lapsed: true,
  withdrawn: true,
  'turned-down': true,
} satisfies Record<SeatProgress, true>;
export const seats = Object.keys(everySeat) as SeatProgress[];

const everyLack = {
  any: true,
  address: true,
  application: true,
  names: true,
  experience: true,
  identity: true,
} satisfies Record<LackedClearance, true>;
export const lacks = Object.keys(everyLack) as LackedClearance[];

/** The state that is asked for in each column; what is absent is not filtered by. */
export type MemberFilter = Partial<Record<Part | 'seat' | 'account' | 'mail' | 'cause' | 'missing', string>>;
export type FilterName = keyof MemberFilter;
export const filterNames: readonly FilterName[] = [
  'seat',
  'missing',
  'exam',
  'result',
  'account',
  'mail',
  'cause',
  'lab',
  'portfolio',
];
/** The first of them are what is asked for most; the others come upon request. */
export const alwaysShown = 4;

const valuesOf = (name: FilterName): readonly string[] => {
  switch (name) {
    case 'seat':
      return seats;
    case 'account':
      return accounts;
    case 'mail':
      return mails;
    case 'cause':
      return causes;
    case 'missing':
      return lacks;
    default:
      return statesOf(name);
  }
};

export const accountOf = ({ active }: Pick<CohortMember, 'active'>): Account =>
  active ? 'active' : 'invited';

/** Reads the filter from the address; a state that does not exist is as good as none. */
export function readMemberFilter(search: URLSearchParams): MemberFilter {
  const entries = filterNames.flatMap((name) => {
    const value = search.get(name);
    return value !== null && valuesOf(name).includes(value) ? [[name, value] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** The address with one state chosen, or with none of that column when `value` is empty. The table begins anew. */
export function withFilter(search: URLSearchParams, name: FilterName, value: string): URLSearchParams {
  const after = new URLSearchParams(search);
  if (value) after.set(name, value);
  else after.delete(name);
  after.delete('people.page');
  return after;
}

export function withoutFilters(search: URLSearchParams): URLSearchParams {
  return filterNames.reduce((address, name) => withFilter(address, name, ''), search);
}
