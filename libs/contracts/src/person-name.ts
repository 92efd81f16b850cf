import { z } from 'zod';
import { isLatinName, isName, nameLength } from './limits.ts';

/** A name as people write their own and others read it: one line, composed, with nothing in it that nobody sees. */
export const PersonName = z
  .string()
  .normalize('NFC')
  .trim()
  .min(1)
  .max(nameLength)
  .refine(isName, 'a name in one line, with nothing unseen in it and nothing that turns writing round');

/** The same in Latin letters, as passports have it. */
export const LatinName = PersonName.refine(
  isLatinName,
  'Latin letters, with spaces, hyphens, apostrophes and full stops between them',
);
