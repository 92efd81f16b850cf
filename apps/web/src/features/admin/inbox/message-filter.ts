import type { MessageKind, MessageState } from '@ennead/contracts';

/** In the order of the contract, which pages do not import for its schemas. */
export const messageStates: readonly MessageState[] = [
  'queued',
  'sending',
  'uncertain',
  'refused',
  'captured',
  'sent',
  'suppressed',
];

export const messageKinds: readonly MessageKind[] = [
  'invitation',
  'account-invitation',
  'seat-offered',
  'seat-withdrawn',
  'seat-turned-down',
  'seat-taken-out',
  'confirm-address',
  'already-registered',
  'former-address',
  'account-joined',
  'account-closed-for-another',
  'account-parted',
  'address-changed',
  'password-reset',
  'password-changed',
  'role-given',
  'factor-removal',
  'factor-removed',
  'place-offered',
  'enrolled',
  'accommodation-granted',
  'accommodation-refused',
  'accommodation-answered',
  'session-soon',
  'session-changed',
  'session-changed-invited',
  'session-changed-requested',
  'session-changed-waiting',
  'session-cancelled',
  'session-taken-off',
  'part-open',
  'part-closing',
  'ready-to-begin',
  'handed-in',
  'result-decided',
  'certificate-issued',
  'certificate-corrected',
  'certificate-revoked',
  'script-assigned',
  'script-overdue',
  'cohort-session-changed',
  'cohort-session-cancelled',
  'appointment-waiting',
  'staff-work',
];

const values = { kind: messageKinds, state: messageStates } as const;
export type MessageFilterName = keyof typeof values;
export type MessageFilter = Readonly<Partial<Record<MessageFilterName, string>>>;
const names = Object.keys(values) as MessageFilterName[];

/** Reads the filter from the address; what cannot be asked for is as good as nothing. */
export function readMessageFilter(search: URLSearchParams): MessageFilter {
  const known = (name: MessageFilterName) => {
    const value = search.get(name) ?? '';
    return (values[name] as readonly string[]).includes(value) ? value : undefined;
  };
  return { kind: known('kind'), state: known('state') };
}

/** The address with one choice made, or unmade when `value` is empty. The table begins anew. */
export function withMessageFilter(
  search: URLSearchParams,
  name: MessageFilterName,
  value: string,
): URLSearchParams {
  const after = new URLSearchParams(search);
  if (value) after.set(name, value);
  else after.delete(name);
  after.delete('inbox.page');
  return after;
}

export const withoutMessageFilters = (search: URLSearchParams): URLSearchParams =>
  names.reduce((address, name) => withMessageFilter(address, name, ''), search);
