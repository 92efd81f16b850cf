import { Refusal } from '@ennead/contracts';
import type { z } from 'zod';
import { findUnstorable } from './find-unstorable.ts';

const mostFaults = 50;

/**
 * An input as its schema has it.
 *
 * @throws Refusal INPUT_INVALID, with the path of each fault; also for text that the database cannot keep, whatever the schema says
 */
export const checkInput = <Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> => {
  const unstorable = findUnstorable(input);
  if (unstorable.length > 0)
    throw refuse(unstorable.map((path) => ({ path, message: 'NUL, half a character, or nested too deep' })));
  const { success, data, error } = schema.safeParse(input);
  if (!success)
    throw refuse(error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })));
  return data;
};

/** Whoever sends a key of many characters does not get it back fifty times. */
const longest = 200;
const brief = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

const refuse = (faults: { path: string; message: string }[]) =>
  new Refusal(
    'INPUT_INVALID',
    faults.slice(0, mostFaults).map(({ path, message }) => ({ path: brief(path), message: brief(message) })),
  );
