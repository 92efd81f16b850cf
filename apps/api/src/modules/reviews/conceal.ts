export type Identity = { readonly name: string; readonly email: string };

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Blacks out a person's name and address in a text of theirs, so that a slip does not end the blindness. Case and the
 * blanks within a name do not matter. Names of one letter stay: they are too common to mean anybody.
 */
export const conceal = (text: string, { name, email }: Identity): string => {
  const parts = name.trim().split(/\s+/).filter(Boolean);
  const patterns = [escape(email)];
  if ([...name.trim()].length > 1) patterns.push(parts.map(escape).join('\\s*'));
  return text.replace(new RegExp(patterns.join('|'), 'giu'), '▇▇▇');
};
