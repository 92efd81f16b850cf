import type { IdentityPaper } from '@ennead/contracts';

/** The paper that candidates show, as it stands in the form. */
export type Paper = { readonly how: IdentityPaper; readonly note: string };

/** What is sent; null while another paper has no name. */
export function toPaper({ how, note }: Paper): { how: IdentityPaper; note: string | null } | null {
  if (how !== 'other') return { how, note: null };
  return note.trim() ? { how, note: note.trim() } : null;
}
