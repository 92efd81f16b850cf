import { typedNumberLength, wordsLength } from '@ennead/contracts';
import type { AuditFilter } from '../../../queries/audit.ts';
import { dayInstants } from './day-instants.ts';

/** What the reader filters by, as the address has it: days as their fields have them. */
export interface AuditFields {
  readonly about?: string;
  readonly actor?: string;
  readonly action?: string;
  readonly from?: string;
  readonly to?: string;
}

/** What the address asks for; whatever the server would refuse to read is left out. */
export function readAuditFields(search: URLSearchParams): AuditFields {
  const words = (name: string, most: number) =>
    (search.get(name) ?? '').trim().slice(0, most).trim() || undefined;
  const day = (name: string) => {
    const value = search.get(name) ?? '';
    return dayInstants(value) ? value : undefined;
  };
  const action = search.get('action') ?? '';
  return {
    about: words('about', typedNumberLength),
    actor: words('actor', wordsLength),
    action: /^[a-z-]+\.[a-z-]+$/.test(action) ? action : undefined,
    from: day('from'),
    to: day('to'),
  };
}

/** The same as the server is asked: the last day counts as a whole. */
export const filterOf = ({ from, to, ...rest }: AuditFields): AuditFilter => ({
  ...rest,
  from: from && dayInstants(from)?.from,
  to: to && dayInstants(to)?.to,
});
