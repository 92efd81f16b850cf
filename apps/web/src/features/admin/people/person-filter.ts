import type { PersonRecord } from '@ennead/contracts';
import { personRoles } from './person-input.ts';

export type PersonStatus = 'active' | 'invited' | 'disabled';
export const personStatuses: readonly PersonStatus[] = ['active', 'invited', 'disabled'];

export interface PersonFilter {
  readonly role?: string;
  /** An institution's id, or `none`. */
  readonly institution?: string;
  readonly status?: string;
}
export type PersonFilterName = keyof PersonFilter;
const names: readonly PersonFilterName[] = ['role', 'institution', 'status'];

export function statusOf({ active, disabled }: Pick<PersonRecord, 'active' | 'disabled'>): PersonStatus {
  if (disabled) return 'disabled';
  return active ? 'active' : 'invited';
}

/** Reads the filter from the address; roles and states that do not exist are as good as none. */
export function readPersonFilter(search: URLSearchParams): PersonFilter {
  const known = (name: string, values: readonly string[]) => {
    const value = search.get(name);
    return value !== null && values.includes(value) ? value : undefined;
  };
  return {
    role: known('role', personRoles),
    institution: search.get('institution') ?? undefined,
    status: known('status', personStatuses),
  };
}

export const filterPeople = (
  people: readonly PersonRecord[],
  { role, institution, status }: PersonFilter,
): readonly PersonRecord[] =>
  people.filter(
    (person) =>
      (role === undefined || person.roles.some((held) => held === role)) &&
      (institution === undefined || (person.institution?.id ?? 'none') === institution) &&
      (status === undefined || statusOf(person) === status),
  );

/** The address with one choice made, or unmade when `value` is empty. The table begins anew. */
export function withPersonFilter(
  search: URLSearchParams,
  name: PersonFilterName,
  value: string,
): URLSearchParams {
  const after = new URLSearchParams(search);
  if (value) after.set(name, value);
  else after.delete(name);
  after.delete('people.page');
  return after;
}

export const withoutPersonFilters = (search: URLSearchParams): URLSearchParams =>
  names.reduce((address, name) => withPersonFilter(address, name, ''), search);
