import type { AuditFilter } from '../../../queries/audit.ts';

/** What the address asks for; an action that the server would refuse to read is left out. */
export function readAuditFilter(search: URLSearchParams): AuditFilter {
  const action = search.get('action') ?? '';
  const actor = (search.get('actor') ?? '').trim().slice(0, 100);
  return {
    action: /^[a-z-]+\.[a-z-]+$/.test(action) ? action : undefined,
    actor: actor || undefined,
  };
}
