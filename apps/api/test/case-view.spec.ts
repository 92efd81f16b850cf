import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ExamSessionView, PartKind } from '@ennead/contracts';
import { Attempt, type Entry, LabSession } from '@ennead/persistence';
import { findCase } from '../src/modules/enrolments/find-cases.ts';
import { openSession } from './attempts-harness.ts';
import { aScoredCase } from './certification-harness.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let session: ExamSessionView;
let entry: Entry;
beforeAll(async () => {
  api = await startApi();
  session = await openSession(api);
  ({ entry } = await aScoredCase(api, session));
});
afterAll(() => api?.close());

const partOf = async (kind: PartKind) =>
  (await findCase(api.db.manager, entry.id)).parts.find((part) => part.kind === kind)!;

it('shows the newest sitting of a part, and the newest work at a lab', async () => {
  const { manager } = api.db;
  const { id: _, ...attempt } = await manager.findOneByOrFail(Attempt, { entryId: entry.id });
  const { id: __, ...lab } = await manager.findOneByOrFail(LabSession, { entryId: entry.id });
  for (const number of [3, 2]) {
    await manager.insert(Attempt, { ...attempt, layout: attempt.layout as never, number });
    await manager.insert(LabSession, { ...lab, number });
  }
  expect((await partOf('form')).attempt!.number).toBe(3);
  expect((await partOf('lab')).lab!.number).toBe(3);
});
