import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { publishKeys } from '@ennead/persistence';
import { makeKey, publicHalf } from '@ennead/signing';
import { testVerdictKey } from '@ennead/testing/database';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { readSettings } from '../src/settings.ts';
import { startRunner } from '../src/start-runner.ts';
import { aRunnerBed, type RunnerBed } from './a-runner.ts';

let bed: RunnerBed;
/** Stands where Redis would, and counts who asks it for work. */
let redis: Server;
let askedForWork = 0;
beforeAll(async () => {
  bed = await aRunnerBed();
  redis = createServer((socket) => {
    askedForWork += 1;
    socket.destroy();
  });
  await new Promise<void>((listening) => redis.listen(0, '127.0.0.1', listening));
}, 60_000);
afterAll(async () => {
  redis.close();
  await bed.close();
});

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
  ['has the name of another', async () => ({ ...(await makeKey()), kid: testVerdictKey.kid })],
  ['has halves of two keys', async () => ({ ...testVerdictKey, d: (await makeKey()).d })],
] as const)(
  'does not start, nor look for work, with a key that %s',
  async (_what, make) => {
    const key = await make();
    const settings = readSettings({
      ...bed.variables,
      VERDICT_SIGNING_KEY: JSON.stringify(key),
      REDIS_URL: `redis://127.0.0.1:${(redis.address() as AddressInfo).port}`,
    });
    const starting = startRunner(settings).then((runner) => runner.stop());
    await expect(starting).rejects.toThrow(
      new RegExp(`\\(${key.kid}\\) is (not known to|another than the one of that name in) this database`),
    );
    expect(askedForWork).toBe(0);
  },
  60_000,
);

it.each(['', 'a secret', '{"d":"a secret"}'])('names a malformed key and does not repeat it: %s', (key) => {
  const read = () => readSettings({ ...bed.variables, VERDICT_SIGNING_KEY: key });
  expect(read).toThrow(/VERDICT_SIGNING_KEY/);
  expect(read).not.toThrow(/a secret/);
});
