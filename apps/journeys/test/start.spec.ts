import { spawnSync } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closedFolder, identify, isRoot, readPidFile, ROOT } from '@ennead/provision';
import { aPlace, type Place, type Started } from './harness/npm-start.ts';

const patient = 240_000;
type App = 'api' | 'runner' | 'worker';
/** Without Docker there is no lab host. */
const apps: readonly App[] = process.env['DOCKER_HOST'] ? ['api', 'runner', 'worker'] : ['api', 'worker'];

let place: Place;
let dataDir: string;
beforeAll(async () => {
  place = await aPlace();
  dataDir = place.dataDir;
});
afterAll(() => place?.clear(), patient);

const pidOf = async (app: App): Promise<number> => (await readPidFile(join(dataDir, `run/${app}.pid`)))!.pid;
const uidOf = async (app: App): Promise<{ uid: number; gid: number }> => {
  const { uid } = await stat(`/proc/${await pidOf(app)}`);
  const status = await readFile(`/proc/${await pidOf(app)}/status`, 'utf8');
  return { uid, gid: Number(/^Gid:\s+(\d+)/m.exec(status)![1]) };
};

/** Whether a line of JavaScript runs to its end as the user of one of the processes. */
const can = async (app: App, code: string): Promise<boolean> =>
  spawnSync(process.execPath, ['-e', code], { ...(await uidOf(app)), cwd: '/', env: {} }).status === 0;
const read = (file: string) => `require('fs').readFileSync(${JSON.stringify(file)})`;
const connect = (socket: string) =>
  `require('net').connect(${JSON.stringify(socket)}).on('error', () => process.exit(1)).on('connect', () => process.exit(0))`;

describe('npm start', () => {
  let first: Started;

  it(
    'brings everything up, says how to log in, and can be used',
    async () => {
      first = await place.start();
      expect((await fetch(`${place.url}/health/ready`)).status).toBe(200);
      const page = await fetch(`${place.url}/log-in`, { headers: { accept: 'text/html' } });
      expect(await page.text()).toContain('<div id="root">');
      expect(first.said()).toMatch(/candidate1@demo\.example\s+\S+/);
    },
    patient,
  );

  it('runs each process as a user of its own, who sees nothing of the others, or says why not', async () => {
    const anybody = { uid: 65_534, gid: 65_534 };
    if (!isRoot() || (await closedFolder([join(ROOT, 'dist'), process.execPath], anybody))) {
      expect(first.said()).toMatch(/ready, with(out)? labs, all as \w+/);
      return;
    }
    expect(first.said()).toContain('each as a user of its own');
    const uids = await Promise.all(apps.map(uidOf));
    expect(new Set([0, ...uids.map(({ uid }) => uid)]).size).toBe(apps.length + 1);
    for (const app of apps) {
      expect(await can(app, read(join(ROOT, 'dist/programs/build.json')))).toBe(true);
      for (const other of apps)
        expect(await can(app, read(`/proc/${await pidOf(other)}/environ`))).toBe(app === other);
      expect(await can(app, read(join(dataDir, 'secrets.json')))).toBe(false);
      expect(await can(app, read(join(dataDir, 'redis.conf')))).toBe(false);
    }
    const lookAtFiles = `require('fs').readdirSync(${JSON.stringify(join(dataDir, 'files'))})`;
    for (const app of apps) expect(await can(app, lookAtFiles)).toBe(app === 'api');
    const socket = (process.env['DOCKER_HOST'] ?? '').replace('unix://', '');
    if (!socket.startsWith('/')) return;
    for (const app of apps) expect(await can(app, connect(socket))).toBe(app === 'runner');
  });

  it(
    'is refused a second time on the same data, and says by whom',
    async () => {
      const second = place.begin();
      expect(await second.ended).toBe(1);
      expect(second.said()).toContain(`already runs on ${dataDir}`);
    },
    patient,
  );

  it(
    'ends all that it began when it is told to',
    async () => {
      const pids = await Promise.all(apps.map(pidOf));
      first.child.kill('SIGTERM');
      expect(await first.ended).toBe(0);
      expect(first.said()).toContain('Stopped.');
      for (const pid of pids) expect(await identify(pid)).toBeUndefined();
    },
    patient,
  );

  it(
    'goes on with what there was, also after it was killed without a word',
    async () => {
      const second = await place.start();
      expect(second.said()).toContain('up to date');
      const pids = await Promise.all(apps.map(pidOf));
      const launcher = JSON.parse(await readFile(join(dataDir, 'launcher.lock'), 'utf8')) as { pid: number };
      process.kill(launcher.pid, 'SIGKILL');
      await second.ended;
      for (const pid of pids) expect(await identify(pid)).toBeDefined();

      const third = await place.start();
      for (const pid of pids) expect(await identify(pid)).toBeUndefined();
      third.child.kill('SIGTERM');
      expect(await third.ended).toBe(0);
    },
    patient,
  );
});
