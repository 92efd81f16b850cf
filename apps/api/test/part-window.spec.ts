import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EntryState, Refusal } from '@ennead/contracts';
import type { EntityManager } from 'typeorm';
import { findPart, inWindow, refuseOutsideWindow } from '../src/modules/enrolments/part-window.ts';
import { enrol, openSession } from './attempts-harness.ts';
import { aPerson } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { undone } from './harness/undone.ts';

let api: TestApi;
let entryId: string;
let partId: string;
beforeAll(async () => {
  api = await startApi();
  const session = await openSession(api);
  entryId = (await enrol(api.db, await aPerson(api.db), session)).id;
  partId = session.parts.find(({ kind }) => kind === 'form')!.id;
});
afterAll(() => api?.close());

const judge = async (manager: EntityManager): Promise<string> => {
  const part = await findPart(manager, entryId, partId, 'form');
  try {
    refuseOutsideWindow(part);
    return 'open';
  } catch (refusal) {
    return (refusal as Refusal).code;
  }
};

const isIn = async (manager: EntityManager): Promise<boolean> => {
  const { text, values } = inWindow(entryId, partId);
  const [row]: [{ open: boolean }] = await manager.query(`SELECT ${text} AS open`, values);
  return row.open;
};

const hours = (count: number) => `clock() + interval '${count} hours'`;
const session = (opens: number, closes: number) =>
  `UPDATE exam_session SET opens_at = ${hours(opens)}, closes_at = ${hours(closes)}`;
const part = (closes: number) => `UPDATE session_part SET closes_at = ${hours(closes)}`;
const state = (word: string) => `UPDATE entry SET state = '${word}'`;

describe('the window of a part', () => {
  it.each<[string, string[], string]>([
    ['before the session opens', [session(1, 2)], 'PART_NOT_OPEN'],
    ['as the session opens', [session(0, 2)], 'open'],
    ['as the session closes', [session(-2, 0)], 'PART_CLOSED'],
    ['as the part closes, before its session', [session(-2, 2), part(0)], 'PART_CLOSED'],
    ['while the part is open, after its session', [session(-2, -1), part(1)], 'open'],
    ...EntryState.options.map((word): [string, string[], string] => [
      `of an entry that is ${word}`,
      [session(-1, 1), state(word)],
      word === 'entered' ? 'open' : 'ENTRY_ENDED',
    ]),
  ])('is one rule for people and for the database: %s', async (_, changes, expected) => {
    await undone(api.db, async (manager) => {
      for (const change of changes) await manager.query(change);
      expect(await judge(manager)).toBe(expected);
      expect(await isIn(manager)).toBe(expected === 'open');
    });
  });
});
