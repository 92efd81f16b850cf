import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '@ennead/testing/database';
import type { DataSource } from 'typeorm';
import { ContentBank } from '../src/bank/content-bank.ts';
import { makeDataSource } from '../src/data-source.ts';
import { functionGrants, grants, processRoles, type ProcessRole } from '../src/grants.ts';
import { aDatabase } from './a-database.ts';
import { aPublication, hashOf, labId } from './a-publication.ts';

let database: TestDatabase;
let owner: DataSource;
let as: Record<ProcessRole, DataSource>;
beforeAll(async () => {
  database = await aDatabase();
  await database.publish(await aPublication());
  owner = await makeDataSource(database.ownerUrl, 1).initialize();
  as = {
    app: await makeDataSource(database.appUrl, 1).initialize(),
    runner: await makeDataSource(database.runnerUrl, 1).initialize(),
    worker: await makeDataSource(database.workerUrl, 1).initialize(),
    publisher: await makeDataSource(database.publisherUrl, 1).initialize(),
  };
});
afterAll(async () => {
  for (const connection of [owner, ...Object.values(as)]) await connection.destroy();
  await database.drop();
});

const denied = /permission denied/;

describe('the table of grants', () => {
  it('names every table of the schema, and no other', async () => {
    const tables: { name: string }[] = await owner.query(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace
       AND relkind IN ('r', 'p', 'v', 'm') AND relname <> 'migrations' ORDER BY 1`,
    );
    expect(tables.map(({ name }) => name)).toEqual(Object.keys(grants).sort());
  });

  it.each(processRoles)('is what the database knows of %s', async (role) => {
    const rows: { table: string; right: string }[] = await as[role].query(
      `SELECT relname AS "table", right_name AS "right"
       FROM pg_class, unnest(ARRAY['SELECT','INSERT','UPDATE','DELETE','TRUNCATE','REFERENCES','TRIGGER']) right_name
       WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
         AND CASE WHEN right_name IN ('DELETE', 'TRUNCATE', 'TRIGGER')
           THEN has_table_privilege(pg_class.oid, right_name)
           ELSE has_any_column_privilege(pg_class.oid, right_name) END`,
    );
    const given = Object.entries(grants).flatMap(([table, rights]) =>
      (rights[role] ?? '')
        .replace(/\([^)]*\)/g, '')
        .split(',')
        .filter((right) => right.trim() !== '')
        .map((right) => `${table} ${right.trim()}`),
    );
    expect(rows.map(({ table, right }) => `${table} ${right}`).sort()).toEqual(given.sort());
  });

  it.each(Object.keys(functionGrants))('opens %s to those it names, and nobody else', async (name) => {
    for (const role of processRoles) {
      const [found] = await as[role].query(
        `SELECT has_function_privilege($1, 'EXECUTE') AS may, prosecdef AS definer,
           has_function_privilege('public', oid, 'EXECUTE') AS open
         FROM pg_proc WHERE oid = $1::regprocedure`,
        [name],
      );
      expect([role, found]).toEqual([
        role,
        { may: functionGrants[name]!.includes(role), definer: true, open: false },
      ]);
    }
  });

  it('names every function that does what its caller may not, but for triggers', async () => {
    const found: { name: string }[] = await owner.query(
      `SELECT oid::regprocedure::text AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace
         AND prosecdef AND prorettype <> 'trigger'::regtype ORDER BY 1`,
    );
    expect(found.map(({ name }) => name)).toEqual(Object.keys(functionGrants).sort());
  });

  it('lets no role become another or change the schema', async () => {
    for (const role of processRoles) {
      const rows: { may: boolean }[] = await as[role].query(
        `SELECT bool_or(pg_has_role(current_user, oid, 'member')) AS may FROM pg_roles WHERE rolname <> current_user`,
      );
      expect([role, rows]).toEqual([role, [{ may: false }]]);
      await expect(as[role].query('CREATE TABLE mine (id int)')).rejects.toThrow(denied);
      await expect(as[role].query('ALTER TABLE decision ADD COLUMN more int')).rejects.toThrow(/owner/);
    }
  });
});

describe('a shelf', () => {
  const shelves = ['body_common', 'body_exam', 'body_key', 'body_secret'] as const;
  it.each<[ProcessRole, (typeof shelves)[number][]]>([
    ['app', ['body_common', 'body_exam', 'body_key']],
    ['runner', ['body_common', 'body_secret']],
    ['worker', ['body_common', 'body_exam', 'body_key']],
    ['publisher', ['body_common']],
  ])('is read by %s only where it is among %j', async (role, readable) => {
    for (const shelf of shelves) {
      const looks = [`SELECT * FROM ${shelf}`, `SELECT bytes FROM ${shelf}`];
      for (const look of looks)
        if (readable.includes(shelf)) expect(await as[role].query(look)).not.toEqual([]);
        else await expect(as[role].query(look)).rejects.toThrow(denied);
      const names = as[role].query(`SELECT hash FROM ${shelf}`);
      if (readable.includes(shelf) || role === 'publisher') expect(await names).not.toEqual([]);
      else await expect(names).rejects.toThrow(denied);
      if (!readable.includes(shelf))
        await expect(as[role].query(`COPY ${shelf} TO STDOUT`)).rejects.toThrow(denied);
    }
  });

  it('is open or closed by the reader too: the server has no secrets, the lab host no keys and questions', async () => {
    const publication = await aPublication();
    const [question, key] = [hashOf(publication, 'question', 'one'), hashOf(publication, 'key', 'one')];
    const secrets = hashOf(publication, 'secrets', labId);
    const [server, host] = [new ContentBank(as.app), new ContentBank(as.runner)];
    expect((await server.key(key)).questionId).toBe('one');
    expect((await host.secrets(secrets)).checks).toHaveLength(2);
    await expect(server.secrets(secrets)).rejects.toThrow(denied);
    await expect(host.key(key)).rejects.toThrow(denied);
    await expect(host.question(question)).rejects.toThrow(denied);
  });

  it('takes nothing from lab host and worker, and from the server nothing but keys', async () => {
    const taken = ['body_key', 'content_body', 'in_force'];
    for (const role of ['app', 'runner', 'worker'] as const)
      for (const table of [...shelves, 'content_body', 'content_version', 'in_force'])
        await expect(as[role].query(`INSERT INTO ${table} DEFAULT VALUES`)).rejects.toThrow(
          role === 'app' && taken.includes(table) ? /null value/ : denied,
        );
  });
});

describe('people', () => {
  it('are nobody’s business but the server’s', async () => {
    for (const role of ['runner', 'publisher'] as const)
      for (const table of ['person', 'web_session', 'audit_event', 'response', 'decision', 'case_view'])
        await expect(as[role].query(`SELECT * FROM ${table}`)).rejects.toThrow(denied);
  });

  it.each([
    'person',
    'person (password_hash)',
    'web_session',
    'institution',
    'decision',
    'decision (grade)',
    'decision (reason)',
    'approval',
    'credential',
    'case_view',
    'response_save',
    'lab_snapshot',
    'blob',
    'claim',
    'artefact',
    'signing_key',
  ])('are known to the worker by no more than it scores and assigns by: not %s', async (what) => {
    const [table, column = '*'] = what.split(/ \(|\)/);
    await expect(as.worker.query(`SELECT ${column} FROM ${table}`)).rejects.toThrow(denied);
  });
});

/** Records that are only ever added to: what happened stays as it happened. */
const appendOnly = {
  audit_event: 'action',
  audit_seal: 'hash',
  audit_seal_event: 'hash',
  body_common: 'bytes',
  body_exam: 'bytes',
  body_key: 'bytes',
  body_secret: 'bytes',
  content_body: 'kind',
  decision: 'reason',
  message: 'params',
  outbox_event: 'name',
  approval: 'reason',
  form: 'seed',
  form_item: 'points',
  portfolio_version: 'sha256',
  response_save: 'flagged',
  score: 'reported_cents',
  score_run_line: 'value_after',
  decision_score: 'score_id',
  signing_key: 'public_key',
  verdict: 'score_cents',
};

describe.each(Object.entries(appendOnly))('%s', (table, column) => {
  it.each(processRoles)('is not changed, emptied or deleted from by %s', async (role) => {
    for (const attack of [
      `UPDATE ${table} SET ${column} = ${column}`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
      `DROP TABLE ${table}`,
    ])
      await expect(as[role].query(attack)).rejects.toThrow(/permission denied|must be owner/);
  });
});

describe('a key that signatures are checked by', () => {
  it.each(processRoles)('is made known by the owner of the schema, never by %s', async (role) => {
    const add = `INSERT INTO signing_key (kid, purpose, public_key) VALUES ('mine', 'verdict', '{}')`;
    const turn = `INSERT INTO signing_key (kid, purpose, public_key) SELECT kid, 'receipt', '{}' FROM signing_key
      ON CONFLICT (kid) DO UPDATE SET purpose = excluded.purpose`;
    for (const attack of [
      add,
      turn,
      'COPY signing_key FROM STDIN',
      `UPDATE signing_key SET purpose = 'receipt'`,
    ])
      await expect(as[role].query(attack)).rejects.toThrow(denied);
    expect(await owner.query(`SELECT purpose FROM signing_key`)).toEqual([{ purpose: 'verdict' }]);
  });

  it('is read by those who check signatures', async () => {
    const look = 'SELECT kid, public_key FROM signing_key';
    for (const role of ['app', 'runner'] as const) expect(await as[role].query(look)).toHaveLength(1);
    await expect(as.publisher.query(look)).rejects.toThrow(denied);
  });
});

describe('what may be changed', () => {
  it.each<[ProcessRole, string]>([
    ['app', `UPDATE credential SET facts = '{}'`],
    ['app', `UPDATE decision SET grade = 9`],
    ['app', `UPDATE score_run SET change = '{}'`],
    ['app', `UPDATE score_run SET asked_by = NULL`],
    ['app', `DELETE FROM score_run`],
    ['app', `UPDATE entry_score SET place = 'composite'`],
    ['worker', `UPDATE entry SET cause = 'mock'`],
    ['worker', `UPDATE attempt SET deadline_at = now() + interval '1 year'`],
    ['worker', `UPDATE response SET value = 'null'`],
    ['worker', `UPDATE review SET marks = '{}'`],
    ['worker', `DELETE FROM entry_score`],
    ['worker', `DELETE FROM event_delivery`],
    ['worker', `INSERT INTO verdict DEFAULT VALUES`],
    ['worker', `UPDATE score_run SET state = 'applied'`],
    ['app', `UPDATE attempt SET scored_at = now()`],
    ['app', `UPDATE lab_session SET scored_at = now()`],
    ['app', `UPDATE event_delivery SET handled_at = now()`],
    ['app', `UPDATE duty SET ran_at = now()`],
    ['app', `UPDATE outbox_event SET distributed_at = now()`],
    ['app', `UPDATE message SET address = address`],
    ['app', `UPDATE message SET link = link`],
    ['app', `DELETE FROM message`],
    ['worker', `UPDATE message SET address = address`],
    ['worker', `UPDATE message SET read_at = now()`],
    ['worker', `UPDATE message_choice SET mail = false`],
    ['runner', `SELECT * FROM message`],
    ['runner', `SELECT * FROM event_delivery`],
    ['runner', `SELECT * FROM score`],
    ['runner', `INSERT INTO score DEFAULT VALUES`],
    ['runner', `INSERT INTO entry_score DEFAULT VALUES`],
    ['runner', `UPDATE entry_score SET score_id = score_id`],
    ['app', `UPDATE lab_session SET graded_at = now()`],
    ['runner', `UPDATE lab_session SET scored_at = now()`],
    ['app', `UPDATE in_force SET of_hash = of_hash`],
    ['app', `UPDATE in_force SET scope = 'all'`],
    ['app', `DELETE FROM in_force`],
    ['runner', `UPDATE in_force SET hash = hash`],
    ['publisher', `UPDATE in_force SET run_id = NULL`],
    ['publisher', `INSERT INTO in_force (of_hash, kind, hash, scope) VALUES ('', 'key', '', 'a session')`],
    ['runner', `UPDATE lab_session SET deadline_at = now() + interval '1 year'`],
    ['runner', `UPDATE lab_session SET lab_hash = lab_hash`],
    ['runner', `SELECT * FROM exam_session`],
    ['publisher', `UPDATE content_version SET hash = hash`],
    ['publisher', `SELECT * FROM form_item`],
  ])('is not more than its process needs: %s, %s', async (role, statement) => {
    await expect(as[role].query(statement)).rejects.toThrow(denied);
  });
});
