import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CredentialState } from '@ennead/contracts';
import { isValidCredential } from '@ennead/domain';
import { credentialHeld, readClock } from '@ennead/persistence';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api?.close());

const ends = { never: null, 'an hour ago': -3_600_000, 'in an hour': 3_600_000 } as const;

it.each(
  CredentialState.options.flatMap((state) =>
    Object.entries(ends).map(([end, ms]) => [state, end, ms] as const),
  ),
)('a credential that is %s and ends %s is held or not, in SQL as in the domain', async (state, _, ms) => {
  const now = await readClock(api.db);
  const expiresAt = ms === null ? null : new Date(now.getTime() + ms);
  const [{ held }]: [{ held: boolean }] = await api.db.query(
    `SELECT ${credentialHeld} AS held FROM (SELECT $1::text AS state, $2::timestamptz AS expires_at) credential`,
    [state, expiresAt],
  );
  expect(held).toBe(isValidCredential({ state, expiresAt }, now));
});
