import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';

const run = promisify(execFile);
const installed = '/usr/lib/postgresql';

/**
 * PostgreSQL's own load generator. Where it is not installed, its package is unpacked into a folder of ours:
 * installing it would start a second server.
 */
const findPgbench = async (): Promise<string> => {
  const versions = existsSync(installed) ? await readdir(installed) : [];
  const known = versions
    .map((version) => join(installed, version, 'bin/pgbench'))
    .find((path) => existsSync(path));
  if (known) return known;
  const dir = await mkdtemp(join(tmpdir(), 'ennead-pgbench-'));
  await run('apt-get', ['download', 'postgresql-15'], { cwd: dir });
  const [archive] = (await readdir(dir)).filter((name) => name.endsWith('.deb'));
  if (!archive) throw new Error('pgbench cannot be had: install the package postgresql-15.');
  await run('dpkg', ['-x', join(dir, archive), dir]);
  return join(dir, 'usr/lib/postgresql/15/bin/pgbench');
};

const script = `\\set id random(1, 100000)
INSERT INTO bench_upsert (id, value) VALUES (:id, :id) ON CONFLICT (id) DO UPDATE SET value = excluded.value + 1;
`;

/**
 * Durable single-row upserts a second, one a transaction: what the disk and PostgreSQL give at most.
 *
 * @returns transactions a second of every run
 */
export const measureUpserts = async (
  databaseUrl: string,
  { clients, seconds, runs }: { clients: number; seconds: number; runs: number },
): Promise<number[]> => {
  const pgbench = await findPgbench();
  const file = join(await mkdtemp(join(tmpdir(), 'ennead-bench-')), 'upsert.sql');
  await writeFile(file, script);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('CREATE TABLE IF NOT EXISTS bench_upsert (id int PRIMARY KEY, value bigint NOT NULL)');
  await client.end();
  const figures: number[] = [];
  for (let each = 0; each < runs; each += 1) {
    const words = [
      '-n',
      '-M',
      'prepared',
      '-c',
      String(clients),
      '-j',
      '2',
      '-T',
      String(seconds),
      '-f',
      file,
      databaseUrl,
    ];
    const { stdout } = await run(pgbench, words);
    figures.push(Number(/tps = ([\d.]+)/.exec(stdout)?.[1]));
  }
  return figures;
};
