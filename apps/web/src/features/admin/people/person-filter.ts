import type { PersonRecord, PersonStatus } from '@ennead/contracts';
import { personRoles } from './person-roles.ts';

export const personStatuses: readonly PersonStatus[] = ['active', 'invited', 'disabled'];

export type PersonFilter = {
  readonly role?: string;
  /** An institution's id, or `none`. */
  readonly institution?: string;
  readonly status?: string;
};
export type PersonFilterName = keyof PersonFilter;
const names: readonly PersonFilterName[] = ['role', 'institution', 'status'];

export function statusOf({ active, disabled }: Pick<PersonRecord, 'active' | 'disabled'>): PersonStatus {
  if (disabled) return 'disabled';
  return active ? 'active' : 'invited';
}

const isInstitution = (value: string | null): value is string =>
  value === 'none' || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value ?? '');

/** Reads the filter from the address; what cannot be asked for is as good as nothing. */
export function readPersonFilter(search: URLSearchParams): PersonFilter {
  const known = (name: string, values: readonly string[]) => {
    const value = search.get(name);
    return value !== null && values.includes(value) ? value : undefined;
  };
  const institution = search.get('institution');
  return {
    role: known('role', personRoles),
    institution: isInstitution(institution) ? institution : undefined,
    status: known('status', personStatuses),
  };
}

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
