import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { CheckRun, LabSession, LabSnapshot } from '@ennead/persistence';
import { eventually } from '@ennead/testing';
import { LabSocketClose } from '@ennead/contracts';
import type { Runner } from '../src/start-runner.ts';
import { aLoadedLab, goodCode, starterCode } from './a-lab.ts';
import { aLabSession, aRunnerBed, readSession, type OfferedLab, type RunnerBed } from './a-runner.ts';
import { LabClient } from './lab-client.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('a lab session', () => {
  let bed: RunnerBed;
  let lab: OfferedLab;
  let runner: Runner;

  beforeAll(async () => {
    bed = await aRunnerBed();
    [lab] = (await bed.offer(aLoadedLab())) as [OfferedLab];
    runner = await bed.start();
  }, 120_000);
  afterAll(async () => {
    await runner.stop();
    await bed.close();
  });

  const open = async (session?: LabSession) => {
    const row = session ?? (await aLabSession(bed.db, lab));
    const client = await bed.connect(runner.port, row);
    return { session: row, client };
  };
  const ready = async (session?: LabSession) => {
    const opened = await open(session);
    await opened.client.next('machine', ({ state }) => state === 'ready');
    return opened;
  };

  it('opens with the starter files, a prompt and the time left', async () => {
    const { session, client } = await ready();
    expect(await client.next('session')).toMatchObject({
      state: 'open',
      deadlineAt: session.deadlineAt.toISOString(),
    });
    const { files } = await client.next('tree');
    expect(files.map(({ path }) => path)).toEqual(['docs/notes.md', 'main.py']);
    client.openTerminal();
    await client.shown('$');
    client.type('cat docs/notes.md; echo $((6 * 7))\n');
    await client.shown('# 说明\r\n42');
    expect((await client.read('main.py')).content).toBe(starterCode);
    const row = await readSession(bed.db, session);
    expect(row).toMatchObject({ fence: 1, machineId: expect.any(String), snapshotId: expect.any(String) });
    client.close();
  });

  it('tells whoever works in it that its end was moved, once', async () => {
    const { session, client } = await ready();
    await client.next('session');
    const later = new Date(session.deadlineAt.getTime() + 600_000);
    await bed.db.manager.update(LabSession, { id: session.id }, { deadlineAt: later });
    expect(await client.next('session')).toMatchObject({ state: 'open', deadlineAt: later.toISOString() });
    // Another that moves comes a tick later: nothing was said twice before it.
    const last = new Date(later.getTime() + 600_000);
    await bed.db.manager.update(LabSession, { id: session.id }, { deadlineAt: last });
    expect(await client.next('session')).toMatchObject({ deadlineAt: last.toISOString() });
    client.close();
  });

  it('stores what the editor saves before it says so', async () => {
    const { session, client } = await ready();
    const saved = await client.write('main.py', goodCode);
    expect(saved.sha256).toBe(sha256(goodCode));
    const { snapshotId } = await readSession(bed.db, session);
    const snapshot = await bed.db.manager.findOneByOrFail(LabSnapshot, { id: snapshotId! });
    expect(snapshot).toMatchObject({ cause: 'save' });
    expect(snapshot.tree.find(({ path }) => path === 'main.py')?.sha256).toBe(saved.sha256);
    client.openTerminal();
    client.type('sha256sum main.py\n');
    await client.shown(saved.sha256);
    client.close();
  });

  it('never overwrites what the terminal has changed', async () => {
    const { client } = await ready();
    const { sha256: seen } = await client.read('main.py');
    client.openTerminal();
    client.type('echo other > main.py; echo do""ne\n');
    await client.shown('done');
    client.save('main.py', 'mine\n', seen);
    expect(await client.next('file.conflict')).toMatchObject({
      path: 'main.py',
      content: 'other\n',
      currentSha256: sha256('other\n'),
    });
    expect((await client.read('main.py')).content).toBe('other\n');
    client.close();
  });

  it('creates, moves and deletes files, and refuses what is none', async () => {
    const { client } = await ready();
    client.send({ type: 'file.create', requestId: '1', path: 'src/new.py' });
    await client.next('file.done', ({ requestId }) => requestId === '1');
    client.send({ type: 'file.create', requestId: '2', path: 'src/new.py' });
    expect(await client.next('error')).toMatchObject({ requestId: '2', code: 'LAB_FILE_EXISTS' });
    client.send({ type: 'file.rename', requestId: '3', path: 'src', newPath: 'lib' });
    await client.next('file.done', ({ requestId }) => requestId === '3');
    client.send({ type: 'file.delete', requestId: '4', path: 'docs' });
    await client.next('file.done', ({ requestId }) => requestId === '4');
    const after = await client.next('tree', ({ files }) => files.some(({ path }) => path === 'lib/new.py'));
    expect(after.files.map(({ path }) => path)).toEqual(['lib/new.py', 'main.py']);
    client.openTerminal();
    client.type('ln -s /etc/shadow link; mkfifo pipe; head -c 100 /dev/urandom > noise; echo do""ne\n');
    await client.shown('done');
    for (const [path, code] of [
      ['link', 'LAB_FILE_NOT_REGULAR'],
      ['pipe', 'LAB_FILE_NOT_REGULAR'],
      ['noise', 'LAB_FILE_NOT_TEXT'],
      ['missing', 'LAB_FILE_NOT_FOUND'],
    ] as const) {
      client.send({ type: 'file.read', requestId: path, path });
      expect(await client.next('error', ({ requestId }) => requestId === path)).toMatchObject({ code });
    }
    client.save('link', 'root::0:0:::\n', null);
    expect(await client.next('error')).toMatchObject({ code: 'LAB_FILE_NOT_REGULAR' });
    client.sendText('{"type":"file.read","requestId":"x","path":"../../etc/passwd"}');
    expect(await client.next('error')).toMatchObject({ code: 'LAB_MESSAGE_INVALID' });
    client.close();
  });

  it('comes back by itself with the last files when its machine is killed', async () => {
    const { session, client } = await ready();
    client.openTerminal();
    client.type('echo made in the terminal > made.txt; chmod +x made.txt\n');
    await client.next('checkpoint');
    await eventually(async () => {
      const { snapshotId } = await readSession(bed.db, session);
      const snapshot = await bed.db.manager.findOneByOrFail(LabSnapshot, { id: snapshotId! });
      return snapshot.tree.some(({ path, executable }) => path === 'made.txt' && executable);
    });
    await client.write('main.py', '# saved in the last moment\n');
    const { machineId } = await readSession(bed.db, session);
    await bed.engine.docker.getContainer(machineId!).kill();
    await client.next('machine', ({ state }) => state === 'lost');
    expect(await client.next('machine', ({ state }) => state === 'restored')).toHaveProperty('snapshotAt');
    expect((await client.read('main.py')).content).toBe('# saved in the last moment\n');
    client.type('cat made.txt; stat -c %A made.txt\n');
    await client.shown('made in the terminal\r\n-rwx');
    const row = await readSession(bed.db, session);
    expect(row.fence).toBe(2);
    expect(row.machineId).not.toBe(machineId);
    client.close();
  });

  it('keeps the terminal for a browser that returns, and lets a second one take over', async () => {
    const first = await ready();
    first.client.openTerminal();
    first.client.type('STATE=kept; cd docs\n');
    await first.client.shown('docs');
    const second = await ready(first.session);
    expect(await first.client.closed).toBe(LabSocketClose.takenOver);
    second.client.openTerminal();
    await second.client.shown('STATE=kept');
    second.client.type('echo $STATE:$PWD\n');
    await second.client.shown('kept:/workspace/docs');
    second.client.close();
  });

  it('stops a terminal that prints without end while nobody looks, and goes on after', async () => {
    const { session, client } = await ready();
    client.openTerminal();
    client.type('yes\n');
    await client.shown('y\r\ny\r\n');
    client.close();
    await client.closed;
    const { client: again } = await ready(session);
    again.openTerminal();
    again.type('\u0003');
    again.type('echo st""ill here\n');
    await again.shown('still here');
    again.close();
  });

  it('runs the visible checks in the machine and says what came of each', async () => {
    const { session, client } = await ready();
    await client.write('main.py', goodCode);
    client.send({ type: 'check.run', requestId: 'c1' });
    client.send({ type: 'check.run', requestId: 'c2' });
    expect(await client.next('error')).toMatchObject({ requestId: 'c2', code: 'LAB_CHECK_BUSY' });
    expect(await client.next('check.started')).toMatchObject({ requestId: 'c1', cases: 1 });
    expect(await client.next('check.case')).toMatchObject({
      task: 'first',
      case: 'three',
      passed: true,
      output: { sent: '{"n":3}', reply: '{"square": 9}', errors: '', reason: 'passed' },
    });
    const done = await client.next('check.done');
    expect(done).toMatchObject({ requestId: 'c1', scoreCents: 5000 });
    client.send({ type: 'check.run', requestId: 'c3' });
    expect(await client.next('error')).toMatchObject({ code: 'LAB_CHECK_TOO_OFTEN', retryAfterSec: 5 });
    expect(await bed.db.manager.countBy(CheckRun, { labSessionId: session.id })).toBe(1);
    const { client: again } = await ready(session);
    expect(await again.next('check.done')).toMatchObject({ requestId: null, checks: done.checks });
    again.close();
  });

  it('is bounded in what a browser sends', async () => {
    const { client } = await ready();
    for (let count = 0; count < 20_000; count++) client.send({ type: 'ping' });
    client.sendText('not json');
    client.sendText(JSON.stringify({ type: 'terminal.input', terminal: 't1', text: 'x'.repeat(100_000) }));
    const neighbour = await ready();
    neighbour.client.send({ type: 'ping' });
    await neighbour.client.next('pong');
    // The one that floods is served at its own pace, later than its neighbour.
    expect(client.received.filter(({ type }) => type === 'pong').length).toBeLessThan(10_000);
    client.close();
    neighbour.client.close();
  });

  it('is refused to whoever is not the server, and after its end', async () => {
    const session = await aLabSession(bed.db, lab);
    const over = await aLabSession(bed.db, lab, { secondsLeft: -1 });
    const refused = (id: string, token: string) => LabClient.connect(runner.port, id, token);
    const { RUNNER_TOKEN } = bed.variables;
    await expect(refused(session.id, 'another token of the same le-ngth')).rejects.toThrow('401');
    await expect(refused(session.id, '')).rejects.toThrow('401');
    await expect(refused(over.id, RUNNER_TOKEN)).rejects.toThrow('404');
    await expect(refused('00000000-0000-4000-8000-000000000000', RUNNER_TOKEN)).rejects.toThrow('404');
  });

  it('has one machine however many claim it at once', async () => {
    const session = await aLabSession(bed.db, lab);
    const rival = await bed.start();
    const [one, other] = await Promise.all([
      bed.connect(runner.port, session),
      bed.connect(rival.port, session),
    ]);
    await Promise.all([
      one.next('machine', ({ state }) => state === 'ready'),
      other.next('machine', ({ state }) => state === 'ready'),
    ]);
    const row = await readSession(bed.db, session);
    expect(row.fence).toBe(1);
    one.openTerminal();
    one.type('echo from one > shared; echo do""ne\n');
    await one.shown('done');
    expect((await other.read('shared')).content).toBe('from one\n');
    one.close();
    other.close();
    await rival.stop();
  }, 60_000);
});
