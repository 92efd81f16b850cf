import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LabSuite, SingleItem, Topic } from '@ennead/contracts/internal';
import { aContentTree, aLabSuite, anItem, aText } from '@ennead/testing/builders';
import type { TestDatabase } from '@ennead/testing/database';
import type { DataSource } from 'typeorm';
import { ContentBank } from '../src/bank/content-bank.ts';
import type { PublicationPlan } from '../src/bank/plan-publication.ts';
import { makeDataSource } from '../src/data-source.ts';
import { AuditEvent } from '../src/entities/audit-event.ts';
import { ContentVersion } from '../src/entities/content-version.ts';
import { aDatabase } from './a-database.ts';
import { aPublication, hashOf, labId, labPath, topicPath } from './a-publication.ts';
import { pin } from './pin.ts';

let database: TestDatabase;
let owner: DataSource;
beforeEach(async () => {
  database = await aDatabase();
  owner = await makeDataSource(database.ownerUrl, 2).initialize();
});
afterEach(async () => {
  await owner.destroy();
  await database.drop();
});

const topic = aContentTree()[topicPath] as Topic;
const [one, two] = topic.items;
const withOne = (changes: Partial<SingleItem>): Record<string, unknown> => ({
  [topicPath]: { ...topic, items: [anItem({ ...(one as SingleItem), ...changes }), two] },
});
const rekeyed = withOne({ key: ['B'] });
const asking = (op: string): LabSuite => {
  const suite = aLabSuite();
  suite.checks[0]!.cases[0]!.exchanges = [{ send: { op }, expect: [{ at: '/ok', equals: true }] }];
  return suite;
};

const names = ({ added, revived, retired, linked, heldBack }: PublicationPlan) => ({
  added: added.map(({ kind, id, number, state }) => `${kind} ${id} ${number} ${state}`),
  revived: revived.map(({ kind, id, number }) => `${kind} ${id} ${number}`),
  retired: retired.map(({ kind, id, number }) => `${kind} ${id} ${number}`),
  linked: linked.map(({ kind, id }) => `${kind} ${id}`),
  heldBack: heldBack.map(({ kind, id }) => `${kind} ${id}`),
});
const nothing = { added: [], revived: [], retired: [], linked: [], heldBack: [] };
const statesOf = async (kind: 'question' | 'key' | 'lab', id: string) =>
  (await owner.manager.find(ContentVersion, { where: { kind, id }, order: { number: 'ASC' } })).map(
    ({ state }) => state,
  );
/** All of the bank, to see that nothing of it moved. */
const everything = async (): Promise<string> =>
  JSON.stringify(
    await owner.query(
      `SELECT (SELECT json_agg(b ORDER BY hash) FROM content_body b) AS bodies,
         (SELECT json_agg(v ORDER BY kind, id, number) FROM content_version v) AS versions,
         (SELECT json_agg(f ORDER BY of_hash, kind) FROM in_force f) AS held,
         (SELECT count(*) FROM audit_event) AS trail`,
    ),
  );
describe('publishing', () => {
  it('adds everything at first, and nothing the second time', async () => {
    const publication = await aPublication();
    const first = await database.publish(publication);
    expect(first.added).toHaveLength(publication.pieces.length);
    expect(first.added.every(({ number, state }) => number === 1 && state === 'live')).toBe(true);
    expect(names(first).linked).toEqual(['key one', 'key two', `secrets ${labId}`]);
    const before = await everything();
    expect(names(await database.publish(publication))).toEqual(nothing);
    expect(await everything()).toBe(before);
    expect(await owner.manager.findBy(AuditEvent, { action: 'content.published' })).toHaveLength(1);
    const [version] = await owner.manager.findBy(ContentVersion, { kind: 'question', id: 'one' });
    expect(version).toMatchObject({ author: 'git', source: 'git', role: 'application-engineer' });
  });

  it('adds only what changed, as its next version', async () => {
    await database.publish(await aPublication());
    const plan = await database.publish(await aPublication(withOne({ stem: aText('Another stem') })));
    expect(names(plan)).toEqual({
      ...nothing,
      added: ['question one 2 live'],
      retired: ['question one 1'],
      linked: ['key one'],
    });
    expect(await statesOf('question', 'one')).toEqual(['retired', 'live']);
  });

  it('retires what is gone, deletes nothing, and takes up again what returns', async () => {
    const whole = await aPublication();
    await database.publish(whole);
    const bodies = await owner.query('SELECT count(*) FROM content_body');
    const folder = Object.fromEntries(
      Object.keys(aContentTree())
        .filter((path) => path.startsWith('labs/'))
        .map((path) => [path, undefined]),
    );
    const plan = await database.publish(await aPublication({ ...folder, 'labs/application-engineer/x': '' }));
    expect(names(plan).retired.sort()).toEqual([`lab ${labId} 1`, `secrets ${labId} 1`]);
    const bank = new ContentBank(owner);
    expect(await bank.live('lab')).toEqual([]);
    expect((await bank.lab(hashOf(whole, 'lab', labId))).lab.id).toBe(labId);
    expect(await owner.query('SELECT count(*) FROM content_body')).toEqual(bodies);
    expect(names(await database.publish(whole)).revived.sort()).toEqual([
      `lab ${labId} 1`,
      `secrets ${labId} 1`,
    ]);
    expect(await statesOf('lab', labId)).toEqual(['live']);
  });

  it('lets a new key hold while nobody was asked the question', async () => {
    const before = await aPublication();
    await database.publish(before);
    const after = await aPublication(rekeyed);
    expect(names(await database.publish(after))).toMatchObject({ linked: ['key one'], heldBack: [] });
    expect(await new ContentBank(owner).inForce(hashOf(before, 'question', 'one'), 'key')).toBe(
      hashOf(after, 'key', 'one'),
    );
  });

  it('keeps a new key from what is in use, every time it is published, until the question is a new one', async () => {
    const before = await aPublication();
    await database.publish(before);
    await pin(owner, before);
    const bank = new ContentBank(owner);
    const question = hashOf(before, 'question', 'one');
    const changed = await aPublication(rekeyed);
    expect(names(await database.publish(changed))).toEqual({
      ...nothing,
      added: ['key one 2 approved'],
      heldBack: ['key one'],
    });
    expect(names(await database.publish(changed))).toEqual({ ...nothing, heldBack: ['key one'] });
    expect(await bank.inForce(question, 'key')).toBe(hashOf(before, 'key', 'one'));
    expect(await statesOf('key', 'one')).toEqual(['live', 'approved']);

    const raised = await aPublication(withOne({ key: ['B'], version: 2 }));
    expect(names(await database.publish(raised))).toMatchObject({ linked: ['key one'], heldBack: [] });
    expect(await bank.inForce(question, 'key')).toBe(hashOf(before, 'key', 'one'));
    expect(await bank.inForce(hashOf(raised, 'question', 'one'), 'key')).toBe(hashOf(raised, 'key', 'one'));
    expect(await statesOf('key', 'one')).toEqual(['retired', 'live']);
  });

  it('keeps new hidden inputs from a lab in use, until its suite is a new one', async () => {
    const before = await aPublication();
    await database.publish(before);
    await pin(owner, before);
    const bank = new ContentBank(owner);
    const plan = (await bank.lab(hashOf(before, 'lab', labId))).plan;
    const suitePath = `${labPath}/grader/suite.yaml`;
    const changed = await database.publish(await aPublication({ [suitePath]: asking('other') }));
    expect(names(changed)).toMatchObject({ linked: [], heldBack: [`secrets ${labId}`] });
    expect(await bank.inForce(plan, 'secrets')).toBe(hashOf(before, 'secrets', labId));

    const raised = await aPublication({ [suitePath]: { ...asking('other'), version: 2 } });
    expect(names(await database.publish(raised))).toMatchObject({
      linked: [`secrets ${labId}`],
      heldBack: [],
    });
    expect(await bank.inForce(plan, 'secrets')).toBe(hashOf(before, 'secrets', labId));
    const newPlan = (await bank.lab(hashOf(raised, 'lab', labId))).plan;
    expect(await bank.inForce(newPlan, 'secrets')).toBe(hashOf(raised, 'secrets', labId));
  });

  it('does all or nothing', async () => {
    await database.publish(await aPublication());
    const before = await everything();
    const changed = await aPublication(withOne({ stem: aText('Another stem') }));
    const last = changed.bodies.at(-1)!;
    const spoilt = { ...last, hash: 'c'.repeat(64) };
    const publication = { ...changed, bodies: [...changed.bodies, spoilt] };
    await expect(database.publish(publication)).rejects.toThrow(/constraint/);
    expect(await everything()).toBe(before);
  });

  it('gives each of two labs with the same plan its own secrets, and moves neither the second time', async () => {
    const other = 'application-engineer/mend-it-too';
    const copied = Object.entries(aContentTree())
      .filter(([path]) => path.startsWith(`${labPath}/`))
      .map(([path, file]) => [path.replace(labPath, `labs/${other}`), file]);
    const copy = { ...Object.fromEntries(copied), [`labs/${other}/grader/suite.yaml`]: asking('other') };
    copy[`labs/${other}/lab.yaml`] = { ...copy[`labs/${other}/lab.yaml`], id: other };
    const publication = await aPublication(copy);
    await database.publish(publication);
    const bank = new ContentBank(owner);
    const secretsOf = async (id: string) =>
      bank.inForce((await bank.lab(hashOf(publication, 'lab', id))).plan, 'secrets');
    for (const id of [labId, other]) expect(await secretsOf(id)).toBe(hashOf(publication, 'secrets', id));
    expect(names(await database.publish(publication))).toEqual(nothing);
  });

  it('refuses what says two things of one question or plan, and names the files', async () => {
    await database.publish(await aPublication());
    const before = await everything();
    const changed = await aPublication(withOne({ stem: aText('Another stem') }));
    const [own, foreign] = [changed.links[0]!, changed.links[1]!];
    const links = [...changed.links, { ...own, hash: foreign.hash, file: 'question-bank/items/other.yaml' }];
    const publishing = database.publish({ ...changed, links });
    await expect(publishing).rejects.toThrow(`key in ${topicPath}`);
    await expect(publishing).rejects.toThrow('key in question-bank/items/other.yaml');
    expect(await everything()).toBe(before);
    await database.publish({ ...changed, links: [...changed.links, own] });
  });

  it('leaves alone what lives on the web, and says so', async () => {
    const publication = await aPublication();
    await database.publish(publication);
    await owner.query(`UPDATE content_version SET source = 'web' WHERE kind = 'question' AND id = 'one'`);
    const before = await everything();
    await expect(database.publish(publication)).rejects.toThrow('question one');
    expect(await everything()).toBe(before);
  });

  it('comes out the same when several do it at once', async () => {
    const publication = await aPublication();
    await Promise.all(Array.from({ length: 4 }, () => database.publish(publication)));
    const versions = await owner.manager.count(ContentVersion);
    expect(versions).toBe(publication.pieces.length);
    expect(await owner.manager.countBy(AuditEvent, { action: 'content.published' })).toBe(1);
  });
});
