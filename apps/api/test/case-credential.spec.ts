import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DecisionView } from '@ennead/contracts';
import { Credential, Decision } from '@ennead/persistence';
import { findCase } from '../src/modules/enrolments/find-cases.ts';
import { openSession } from './attempts-harness.ts';
import { aScoredCase, grant } from './certification-harness.ts';
import { logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { mine } from './tries-harness.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api?.close());

const hours = (count: number) => new Date(Date.now() + count * 3_600_000);

/** A grade that was granted with a certificate and then taken back at a time; and granted once more, without one yet. */
const grantedTwice = async (withdrawnAt: Date) => {
  const { manager } = api.db;
  const candidate = await logInAs(api);
  const { entry } = await aScoredCase(api, await openSession(api), { candidate: candidate.person });
  const { client: certifier } = await logInAs(api, { roles: ['certifier'] });
  const { body } = await certifier.post(`/api/entries/${entry.id}/decision`, grant).expect(201);
  const { id: first, credential } = body as DecisionView;
  const { id: _, ...made } = await manager.findOneByOrFail(Decision, { id: first });
  await manager.update(Decision, { id: first }, { state: 'superseded' });
  const follow = async (of: string, values: Partial<Decision>): Promise<string> => {
    const next = manager.create(Decision, { ...made, ...values, supersedesId: of });
    return (await manager.save(next)).id;
  };
  const withdrawal = await follow(first, {
    state: 'superseded',
    outcome: 'withdraw',
    grade: null,
    experience: null,
    effectiveAt: withdrawnAt,
  });
  const standing = await follow(withdrawal, { effectiveAt: hours(0) });
  const { id: __, ...issued } = await manager.findOneByOrFail(Credential, { number: credential!.number });
  return { candidate, entry, standing, issued };
};

it.each([-1, 1])(
  'a case shows the certificate of the grant that stands, wherever the clocks have been: %i h',
  async (withdrawn) => {
    const { manager } = api.db;
    const { candidate, entry, standing, issued } = await grantedTwice(hours(withdrawn));
    const shown = async () => (await findCase(manager, entry.id)).credential?.number ?? null;
    expect(await shown()).toBeNull();
    const number = `NEW${withdrawn}`;
    await manager.insert(Credential, {
      ...issued,
      facts: issued.facts as never,
      number,
      term: 2,
      decisionId: standing,
    });
    expect(await shown()).toBe(number);
    const own = (await mine(candidate)).tries[0]!;
    expect(own.credential?.number).toBe(number);
    expect(own.pastCredentials).toMatchObject([{ number: issued.number, status: 'valid' }]);
  },
);
