/** PostgreSQL keeps no NUL, and a lone surrogate has no UTF-8: it would be kept as another character, or not at all. */
const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** Nothing that anybody has to say is nested so deep; what is would have us run out of stack. */
const deepest = 50;

/**
 * Where an input holds text that no column can keep as it came, keys of objects included, or is nested too deep to look at.
 *
 * @param at the name of the input itself, where it has one
 * @returns paths with points between their steps, such as `title.en`
 */
export const findUnstorable = (input: unknown, at = '', depth = 0): string[] => {
  if (typeof input === 'string') return isStorable(input) ? [] : [at];
  if (input === null || typeof input !== 'object' || ArrayBuffer.isView(input)) return [];
  if (depth === deepest) return [at];
  return Object.entries(input).flatMap(([key, value]) => {
    const path = at === '' ? key : `${at}.${key}`;
    return isStorable(key) ? findUnstorable(value, path, depth + 1) : [at];
  });
};
