import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type BodyKind,
  holdsFor,
  type InForceKind,
  type LabSuite,
  type Publication,
  shelfOf,
  type Topic,
} from '@ennead/contracts/internal';
import { hashBytes } from '@ennead/domain';
import { aScoreRun, holdByRun, holdingOf } from '@ennead/testing';
import { aContentTree, aLabSuite, anItem } from '@ennead/testing/builders';
import type { TestDatabase } from '@ennead/testing/database';
import type { DataSource } from 'typeorm';
import { ContentBank } from '../src/bank/content-bank.ts';
import { makeDataSource } from '../src/data-source.ts';
import { aDatabase } from './a-database.ts';
import { aPublication, hashOf, labId, labPath, topicPath } from './a-publication.ts';
import { pin } from './pin.ts';

let database: TestDatabase;
let owner: DataSource;
let app: DataSource;
let publisher: DataSource;
beforeEach(async () => {
  database = await aDatabase();
  owner = await makeDataSource(database.ownerUrl, 1).initialize();
  app = await makeDataSource(database.appUrl, 1).initialize();
  publisher = await makeDataSource(database.publisherUrl, 1).initialize();
});
afterEach(async () => {
  for (const connection of [owner, app, publisher]) await connection.destroy();
  await database.drop();
});

const kinds = Object.keys(shelfOf) as BodyKind[];
const shelves = [...new Set(Object.values(shelfOf))];
const bytes = Buffer.from('{"made":"up"}');
const hash = hashBytes(bytes);
const named = 'INSERT INTO content_body (hash, shelf, kind, size_bytes) VALUES ($1, $2, $3, $4)';
const topic = aContentTree()[topicPath] as Topic;
const rekeyed = {
  [topicPath]: { ...topic, items: [anItem({ ...(topic.items[0] as object), key: ['B'] }), topic.items[1]] },
};
const suitePath = `${labPath}/grader/suite.yaml`;
const asking = (op: string): LabSuite => {
  const suite = aLabSuite();
  suite.checks[0]!.cases[0]!.exchanges = [{ send: { op }, expect: [] }];
  return suite;
};

describe('a name in the bank', () => {
  it('is that of a kind on its own shelf, as the table of shelves has it', async () => {
    for (const kind of kinds)
      for (const shelf of shelves) {
        const placing = owner.transaction(async (manager) => {
          await manager.query(named, [hash, shelf, kind, bytes.length]);
          await manager.query(`INSERT INTO body_${shelf} (hash, bytes) VALUES ($1, $2)`, [hash, bytes]);
          throw new Error('placed');
        });
        const end = shelfOf[kind] === shelf ? 'placed' : /check constraint/;
        await expect(placing).rejects.toThrow(end);
      }
  });

  it.each(shelves)('has its body on the shelf %s with it, or is refused', async (shelf) => {
    const kind = kinds.find((one) => shelfOf[one] === shelf)!;
    for (const role of [owner, app, publisher])
      await expect(role.query(named, [hash, shelf, kind, bytes.length])).rejects.toThrow(
        /is named but not there/,
      );
    expect(await owner.query('SELECT hash FROM content_body')).toEqual([]);
  });

  it.each([-1, 1])('says how many bytes it has, not %i more', async (more) => {
    const placing = app.transaction(async (manager) => {
      await manager.query(named, [hash, 'key', 'key', bytes.length + more]);
      await manager.query('INSERT INTO body_key (hash, bytes) VALUES ($1, $2)', [hash, bytes]);
    });
    await expect(placing).rejects.toThrow(/foreign key/);
  });

  it('does not keep a coming body from being published, even where it was taken without one', async () => {
    const publication = await aPublication();
    await owner.query('ALTER TABLE content_body DISABLE TRIGGER content_body_whole');
    for (const body of publication.bodies)
      await owner.query(named, [body.hash, shelfOf[body.kind], body.kind, body.bytes.length]);
    await owner.query('ALTER TABLE content_body ENABLE TRIGGER content_body_whole');
    await database.publish(publication);
    const bank = new ContentBank(owner);
    for (const body of publication.bodies)
      expect(await bank.body(body.kind, body.hash)).toEqual(JSON.parse(Buffer.from(body.bytes).toString()));
  });
});

const taking = 'ON CONFLICT (of_hash, kind, scope) DO UPDATE SET hash = excluded.hash, since = clock()';
const put = `INSERT INTO in_force (of_hash, kind, hash) VALUES ($1, $2, $3) ${taking}`;
const putScoped = `INSERT INTO in_force (of_hash, kind, hash, scope) VALUES ($1, $2, $3, $4) ${taking}`;
const putByRun = `INSERT INTO in_force (of_hash, kind, hash, run_id) VALUES ($1, $2, $3, $4)
  ${taking}, run_id = excluded.run_id`;

describe('what holds', () => {
  let before: Publication;
  let after: Publication;
  let question: string;
  let plan: string;
  beforeEach(async () => {
    [before, after] = [await aPublication(), await aPublication(rekeyed)];
    await database.publish(before);
    question = hashOf(before, 'question', 'one');
    plan = await planOf(before);
  });

  const held = () => owner.query('SELECT * FROM in_force ORDER BY of_hash, kind, scope');
  const planOf = async (of: Publication) => (await new ContentBank(owner).lab(hashOf(of, 'lab', labId))).plan;
  const refused = /only an approved run/;
  it('is of the kind that it says, for the kind that it is for', async () => {
    const bodies = new Map(before.bodies.map((body) => [body.kind, body.hash]));
    const there = [...bodies.keys()];
    for (const kind of Object.keys(holdsFor) as InForceKind[])
      for (const of of there)
        for (const by of there) {
          if (kind === by && holdsFor[kind] === of) continue;
          const putting = owner.query(putScoped, [bodies.get(of), kind, bodies.get(by), 'a scope']);
          await expect(putting).rejects.toThrow(/foreign key/);
        }
  });

  it('moves for who publishes while nothing uses it, and for nobody else', async () => {
    const other = hashOf(before, 'key', 'two');
    await expect(app.query(put, [question, 'key', other])).rejects.toThrow(refused);
    await database.publish(after);
    expect(await new ContentBank(owner).inForce(question, 'key')).toBe(hashOf(after, 'key', 'one'));
  });

  it.each<InForceKind>(['key', 'secrets', 'plan'])(
    'moves a %s in use only by an approved run that brings just that into force',
    async (kind) => {
      await pin(owner, before);
      const heldBack = await aPublication({ ...rekeyed, [suitePath]: asking('other') });
      const raised = await aPublication({ [suitePath]: { ...asking('other'), version: 2 } });
      for (const one of [raised, heldBack]) await database.publish(one);
      const [ofHash, hash] = {
        key: [question, hashOf(heldBack, 'key', 'one')] as const,
        secrets: [plan, hashOf(heldBack, 'secrets', labId)] as const,
        plan: [plan, await planOf(raised)] as const,
        conversion: ['', ''] as const,
      }[kind];
      const holding = holdingOf({ kind, ofHash, hash });
      const state = await held();
      for (const role of [owner, app, publisher])
        await expect(role.query(put, [ofHash, kind, hash])).rejects.toThrow(refused);
      await expect(app.query(putScoped, [ofHash, kind, hash, 'a session'])).rejects.toThrow(refused);
      const another = 'a'.repeat(64);
      for (const runId of [
        await aScoreRun(owner, holding, { state: 'planned' }),
        await aScoreRun(owner, holding, { state: 'applied' }),
        await aScoreRun(owner, holding, { answer: null }),
        await aScoreRun(owner, holding, { answer: 'disagree' }),
        await aScoreRun(owner, { ...holding, hash: another }),
        await aScoreRun(owner, { ...holding, scope: 'a session' }),
        await aScoreRun(owner, { ...holding, kind: 'conversion' }),
        // Hidden inputs come with their plan, whichever that takes the place of.
        ...(kind === 'secrets' ? [] : [await aScoreRun(owner, { ...holding, ofHash: another })]),
      ])
        await expect(app.query(putByRun, [ofHash, kind, hash, runId])).rejects.toThrow(refused);
      expect(await held()).toEqual(state);
      await app.query(putByRun, [ofHash, kind, hash, await aScoreRun(owner, holding)]);
      expect(await new ContentBank(owner).inForce(ofHash, kind)).toBe(hash);
    },
  );

  it('does not move once more under the run that moved it', async () => {
    await pin(owner, before);
    await database.publish(after);
    const hash = hashOf(after, 'key', 'one');
    const runId = await aScoreRun(owner, holdingOf({ kind: 'key', ofHash: question, hash }));
    await app.query(putByRun, [question, 'key', hash, runId]);
    const back = [question, hashOf(before, 'key', 'one')];
    for (const role of [app, publisher])
      await expect(role.query('UPDATE in_force SET hash = $2 WHERE of_hash = $1', back)).rejects.toThrow(
        refused,
      );
  });

  it('keeps its secrets for a plan that a run has brought into force, as for one that a session pinned', async () => {
    await pin(owner, before);
    const raised = await aPublication({ [suitePath]: { ...asking('other'), version: 2 } });
    await database.publish(raised);
    await holdByRun(owner, { kind: 'plan', ofHash: plan, hash: await planOf(raised), scope: 'a session' });
    const moved = await aPublication({ [suitePath]: { ...asking('another'), version: 2 } });
    const { linked, heldBack } = await database.publish(moved);
    expect([linked, heldBack.map(({ kind, id }) => `${kind} ${id}`)]).toEqual([[], [`secrets ${labId}`]]);
  });
});
