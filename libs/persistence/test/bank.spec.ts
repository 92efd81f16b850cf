import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BodyKind, type Publication, shelfOf } from '@ennead/contracts/internal';
import { hashBytes } from '@ennead/domain';
import type { TestDatabase } from '@ennead/testing/database';
import type { DataSource } from 'typeorm';
import { ContentBank } from '../src/bank/content-bank.ts';
import { ContentFault } from '../src/bank/content-fault.ts';
import { makeDataSource } from '../src/data-source.ts';
import { aDatabase } from './a-database.ts';
import { aPublication, hashOf, labId } from './a-publication.ts';

let database: TestDatabase;
let owner: DataSource;
let publication: Publication;
beforeAll(async () => {
  database = await aDatabase();
  publication = await aPublication();
  await database.publish(publication);
  owner = await makeDataSource(database.ownerUrl, 2).initialize();
});
afterAll(async () => {
  await owner.destroy();
  await database.drop();
});

/** Git publishes no conversion tables yet. */
const kinds = (Object.keys(shelfOf) as BodyKind[]).filter((kind) => kind !== 'conversion');
const bodyOf = (kind: BodyKind) => publication.bodies.find((body) => body.kind === kind)!;
const fault = (code: string, kind: BodyKind, hash: string) =>
  expect.objectContaining({ name: 'ContentFault', code, kind, hash });

describe('the bank', () => {
  it.each(kinds)('gives a %s by its hash, whole and frozen', async (kind) => {
    const bank = new ContentBank(owner);
    const { hash, bytes } = bodyOf(kind);
    const body = await bank.body(kind, hash);
    expect(body).toEqual(JSON.parse(Buffer.from(bytes).toString()));
    expect(Object.isFrozen(body)).toBe(true);
    expect(await bank.body(kind, hash)).toBe(body);
  });

  it('lists what is live, of one role and level or of all', async () => {
    const bank = new ContentBank(owner);
    const place = { role: 'application-engineer', level: 'junior' } as const;
    expect(await bank.live('lab', place)).toEqual([
      { id: labId, number: 1, hash: hashOf(publication, 'lab', labId), publishedAt: expect.any(Date) },
    ]);
    expect(await bank.live('lab', { ...place, level: 'senior' })).toEqual([]);
    expect((await bank.live('scheme')).map(({ id }) => id)).toEqual(['first@1']);
  });

  it('knows what holds: a scope’s own before what holds everywhere', async () => {
    const bank = new ContentBank(owner);
    const question = hashOf(publication, 'question', 'one');
    const [key, other] = [hashOf(publication, 'key', 'one'), hashOf(publication, 'key', 'two')];
    expect(await bank.inForce(question, 'key')).toBe(key);
    expect(await bank.inForce(question, 'secrets')).toBeNull();
    await owner.query(
      `INSERT INTO in_force (of_hash, kind, scope, hash) VALUES ($1, 'key', 'a session', $2)`,
      [question, other],
    );
    expect(await bank.inForce(question, 'key', 'a session')).toBe(other);
    expect(await bank.inForce(question, 'key', 'another')).toBe(key);
  });

  it('names what is missing', async () => {
    const hash = 'a'.repeat(64);
    await expect(new ContentBank(owner).rubric(hash)).rejects.toEqual(fault('missing', 'rubric', hash));
    const { hash: question } = bodyOf('question');
    await expect(new ContentBank(owner).key(question)).rejects.toEqual(fault('missing', 'key', question));
  });

  it('refuses one kind in place of another, and what is no JSON', async () => {
    const { hash } = bodyOf('lab');
    await expect(new ContentBank(owner).plan(hash)).rejects.toEqual(fault('malformed', 'plan', hash));
    const bytes = Buffer.from('{"half":');
    const broken = hashBytes(bytes);
    await owner.query(
      `WITH named AS (INSERT INTO content_body VALUES ($1, 'common', 'plan', length($2::bytea)))
       INSERT INTO body_common (hash, bytes) VALUES ($1, $2)`,
      [broken, bytes],
    );
    await expect(new ContentBank(owner).plan(broken)).rejects.toEqual(fault('malformed', 'plan', broken));
  });
});

describe('a body that is not what its hash says', () => {
  it.each(['common', 'exam', 'key', 'secret'])(
    'is refused by the database on the shelf %s',
    async (shelf) => {
      const table = `body_${shelf}`;
      const [row]: { hash: string }[] = await owner.query(`SELECT hash FROM ${table} LIMIT 1`);
      await expect(
        owner.query(`UPDATE ${table} SET bytes = bytes || '\\x20' WHERE hash = $1`, [row!.hash]),
      ).rejects.toThrow(/check constraint/);
      const kind = kinds.find((one) => shelfOf[one] === shelf)!;
      await expect(
        owner.query(
          `WITH named AS (INSERT INTO content_body VALUES ($1, $2, $3, 2))
           INSERT INTO ${table} (hash, bytes) VALUES ($1, '{}')`,
          ['b'.repeat(64), shelf, kind],
        ),
      ).rejects.toThrow(/check constraint/);
    },
  );

  it('lies on no other shelf than the one it was entered for', async () => {
    const { hash, bytes } = bodyOf('key');
    await expect(
      owner.query('INSERT INTO body_common (hash, bytes) VALUES ($1, $2)', [hash, Buffer.from(bytes)]),
    ).rejects.toThrow(/foreign key/);
    await expect(
      owner.query(`INSERT INTO body_common (hash, shelf, bytes) VALUES ($1, 'key', $2)`, [
        hash,
        Buffer.from(bytes),
      ]),
    ).rejects.toThrow(/check constraint/);
  });

  it('is refused and named by the reader where the database let it pass', async () => {
    const { hash } = bodyOf('scheme');
    const [check]: { name: string }[] = await owner.query(
      `SELECT conname AS name FROM pg_constraint
       WHERE conrelid = 'body_common'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%sha256%'`,
    );
    await owner.query(`ALTER TABLE body_common DROP CONSTRAINT "${check!.name}"`);
    await owner.query(
      `UPDATE body_common SET bytes = convert_to(replace(convert_from(bytes, 'UTF8'), '6000', '5000'), 'UTF8')
       WHERE hash = $1`,
      [hash],
    );
    const reading = new ContentBank(owner).scheme(hash);
    await expect(reading).rejects.toBeInstanceOf(ContentFault);
    await expect(reading).rejects.toEqual(fault('altered', 'scheme', hash));
  });
});
