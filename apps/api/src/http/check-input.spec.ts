import { expect, it } from '@jest/globals';
import { Refusal } from '@ennead/contracts';
import { z } from 'zod';
import { checkInput } from './check-input.ts';

const faultsOf = (schema: z.ZodType, input: unknown) => {
  try {
    checkInput(schema, input);
  } catch (fault) {
    return (fault as Refusal).errors!;
  }
  throw new Error('It was taken.');
};

it('names what is wrong by its path', () => {
  const schema = z.strictObject({ title: z.strictObject({ en: z.string().min(1) }) });
  expect(faultsOf(schema, { title: { en: '' } })).toMatchObject([{ path: 'title.en' }]);
});

it.each<[string, unknown]>([
  ['text that cannot be kept', { ['k'.repeat(100_000)]: Array(100).fill('\0') }],
  [
    'keys that nobody asked for',
    Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`key${at}`, 1])),
  ],
])('answers with little, however much %s it was sent', (_, input) => {
  expect(JSON.stringify(faultsOf(z.strictObject({}), input)).length).toBeLessThan(50 * 500);
});
