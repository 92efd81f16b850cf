/** The pattern of ILIKE for whatever contains this text, taken by the letter. */
export const contains = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
