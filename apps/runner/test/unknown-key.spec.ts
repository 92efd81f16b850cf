import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { publishKeys } from '@ennead/persistence';
import { makeKey, publicHalf } from '@ennead/signing';
import { readSettings } from '../src/settings.ts';
import { startRunner } from '../src/start-runner.ts';
import { aRunnerBed, type RunnerBed } from './a-runner.ts';

let bed: RunnerBed;
beforeAll(async () => {
  bed = await aRunnerBed();
}, 60_000);
afterAll(() => bed.close());

it.each([
  ['nobody knows', async () => makeKey()],
  [
    'is for receipts',
    async () => {
      const key = await makeKey();
      await publishKeys(bed.db.manager, [{ purpose: 'receipt', key: publicHalf(key) }]);
      return key;
    },
  ],
] as const)(
  'does not start with a key that %s',
  async (_what, make) => {
    const key = await make();
    const settings = readSettings({ ...bed.variables, VERDICT_SIGNING_KEY: JSON.stringify(key) });
    const starting = startRunner(settings).then((runner) => runner.stop());
    await expect(starting).rejects.toThrow(`(${key.kid}) is not known to this database`);
  },
  60_000,
);

it.each(['', 'a secret', '{"d":"a secret"}'])('names a malformed key and does not repeat it: %s', (key) => {
  const read = () => readSettings({ ...bed.variables, VERDICT_SIGNING_KEY: key });
  expect(read).toThrow(/VERDICT_SIGNING_KEY/);
  expect(read).not.toThrow(/a secret/);
});
