import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { LabSession } from '@ennead/persistence';
import { programArgs } from '@ennead/provision';
import { eventually } from '@ennead/testing';
import { loadFolder } from '@ennead/testing/database';
import {
  aLabSession,
  aRunnerBed,
  graded,
  handIn,
  readSession,
  type OfferedLab,
  type RunnerBed,
} from './a-runner.ts';

/** A runner in a process of its own, as in production, so that it can be killed without a word. */
describe('a runner that is killed', () => {
  let bed: RunnerBed;
  let lab: OfferedLab;
  let child: ChildProcess;
  let port: number;

  const startProcess = async (): Promise<void> => {
    child = spawn(process.execPath, programArgs('runner', 'main'), {
      env: { ...process.env, NODE_OPTIONS: '', ...bed.variables },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let log = '';
    child.stdout!.on('data', (chunk: Buffer) => (log += chunk.toString()));
    port = Number(await eventually(() => /Listening on port (\d+)/.exec(log)?.[1], 60_000));
  };
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  const connect = async (session: LabSession) => {
    const client = await bed.connect(port, session);
    await client.next('machine', ({ state }) => state === 'ready' || state === 'restored');
    return client;
  };

  beforeAll(async () => {
    bed = await aRunnerBed();
    [lab] = (await bed.offer(...(await loadFolder()).labs.values())) as [OfferedLab];
  }, 60_000);
  beforeEach(startProcess, 90_000);
  afterEach(kill);
  afterAll(() => bed.close());

  it('takes the living machine up again: files and terminal as they were', async () => {
    const session = await aLabSession(bed.db, lab);
    const client = await connect(session);
    client.openTerminal();
    client.type('STATE=kept; echo typed > typed.txt; echo rea""dy\n');
    await client.shown('ready');
    client.save('saved.txt', 'saved\n', null);
    await client.next('file.saved');
    const before = await readSession(bed.db, session);
    await kill();
    await startProcess();
    const again = await connect(session);
    again.openTerminal();
    await again.shown('ready');
    again.type('cat typed.txt saved.txt; echo $STATE\n');
    await again.shown('typed\r\nsaved\r\nkept');
    expect(await readSession(bed.db, session)).toMatchObject({
      machineId: before.machineId,
      fence: before.fence,
    });
    again.close();
  }, 120_000);

  it('restores what was saved when the machine died meanwhile too, and sweeps the rest', async () => {
    const session = await aLabSession(bed.db, lab);
    const client = await connect(session);
    client.save('saved.txt', 'acknowledged\n', null);
    await client.next('file.saved');
    const { machineId } = await readSession(bed.db, session);
    await kill();
    await bed.engine.docker.getContainer(machineId!).kill();
    await startProcess();
    const again = await connect(session);
    expect((await again.read('saved.txt')).content).toBe('acknowledged\n');
    again.close();
    const row = await eventually(async () => {
      const now = await readSession(bed.db, session);
      return now.machineId === machineId ? undefined : now;
    });
    await eventually(async () => (await bed.engine.machines()).every(({ running }) => running));
    expect((await bed.engine.machines()).map(({ id }) => id)).toContain(row.machineId);
  }, 120_000);

  it('grades what was handed in while it was away', async () => {
    const session = await aLabSession(bed.db, lab);
    const client = await connect(session);
    client.openTerminal();
    client.type('echo last words > last.txt; echo rea""dy\n');
    await client.shown('ready');
    await kill();
    await handIn(bed.db, session);
    await startProcess();
    const row = await graded(bed.db, session);
    expect(row.scoreCents).toBe(lab.expectations.starter.scoreCents);
    const stored: { path: string }[] = await bed.db.query(
      `SELECT entry ->> 'path' AS path FROM lab_snapshot, jsonb_array_elements(tree) AS entry WHERE id = $1`,
      [row.snapshotId],
    );
    expect(stored.map(({ path }) => path)).toContain('last.txt');
  }, 180_000);

  it('removes its machines and keeps the work when it is asked to end', async () => {
    const session = await aLabSession(bed.db, lab);
    const client = await connect(session);
    client.openTerminal();
    client.type('echo kept > kept.txt; echo rea""dy\n');
    await client.shown('ready');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(await client.closed).toBe(1012);
    expect(await bed.engine.machines()).toEqual([]);
    await startProcess();
    const again = await connect(session);
    expect((await again.read('kept.txt')).content).toBe('kept\n');
    again.close();
  }, 120_000);
});
