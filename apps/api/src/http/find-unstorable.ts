/** PostgreSQL keeps no NUL, and a lone surrogate has no UTF-8: it would be kept as another character, or not at all. */
const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/**
 * Where an input holds text that no column can keep as it came, keys of objects included.
 *
 * @param at the name of the input itself, where it has one
 * @returns paths with points between their steps, such as `title.en`
 */
export const findUnstorable = (input: unknown, at = ''): string[] => {
  if (typeof input === 'string') return isStorable(input) ? [] : [at];
  if (input === null || typeof input !== 'object' || ArrayBuffer.isView(input)) return [];
  return Object.entries(input).flatMap(([key, value]) => {
    const path = at === '' ? key : `${at}.${key}`;
    return isStorable(key) ? findUnstorable(value, path) : [at];
  });
};
