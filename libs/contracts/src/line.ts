import { z } from 'zod';
import { isLine } from './limits.ts';

/** One line that people write and others read: a name, a title. At most so many characters. */
export const lineUpTo = (length: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(length)
    .refine(isLine, 'something to be seen, in one line, with nothing that turns writing round');
