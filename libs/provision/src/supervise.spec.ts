import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ChildSpec } from './child.ts';
import { freePort } from './port.ts';
import { identify, readPidFile, writePidFile } from './process-identity.ts';
import { supervise } from './supervise.ts';

const LISTEN = 'require("node:net").createServer().listen(Number(process.argv[1]), "127.0.0.1")';

describe('supervise', () => {
  let dir: string;
  let port: number;
  let spec: ChildSpec & { pidFile: string; logFile: string };

  beforeEach(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'ennead-supervise-'));
    port = await freePort();
    spec = {
      name: 'listener',
      command: process.execPath,
      args: ['-e', LISTEN, String(port)],
      pidFile: path.join(dir, 'listener.pid'),
      logFile: path.join(dir, 'listener.log'),
    };
  });
  afterEach(() => rm(dir, { recursive: true }));

  const isReady = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(socket.destroy() !== undefined));
      socket.once('error', () => resolve(false));
    });

  it('starts again what was killed, says so, and leaves nothing when stopped', async () => {
    let restarted = (_what: string) => {};
    const said = new Promise<string>((resolve) => {
      restarted = resolve;
    });
    const child = await supervise(spec, {
      isReady,
      readyWithinMs: 10_000,
      onRestart: (what) => restarted(what),
    });
    const first = await readPidFile(spec.pidFile);
    process.kill(first!.pid, 'SIGKILL');
    expect(await said).toBe('listener ended (SIGKILL); starting it again');

    let second = await readPidFile(spec.pidFile);
    while (!second || !(await isReady())) second = await readPidFile(spec.pidFile);
    expect(second.pid).not.toBe(first!.pid);

    await child.stop();
    expect(await identify(second.pid)).toBeUndefined();
    expect(await isReady()).toBe(false);
  });

  it('tells the end of the log where the process does not get ready', async () => {
    const broken = { ...spec, args: ['-e', 'console.error("no such disk"); process.exit(3)'] };
    await expect(supervise(broken, { isReady, readyWithinMs: 10_000 })).rejects.toThrow(
      /listener ended at once \(exit code 3\)\..*\nno such disk/s,
    );
  });

  it('ends the process that a killed launcher left, before it starts a new one', async () => {
    const leftOver = spawn(process.execPath, ['-e', LISTEN, String(port)], {
      detached: true,
      stdio: 'ignore',
    });
    const gone = new Promise((resolve) => leftOver.once('exit', resolve));
    await writePidFile(spec.pidFile, leftOver.pid!);
    while (!(await isReady()));
    const child = await supervise(spec, { isReady, readyWithinMs: 10_000 });
    await gone;
    await child.stop();
    await expect(readFile(spec.pidFile)).rejects.toThrow('ENOENT');
  });

  it('does not take another process with an old number for the one it left', async () => {
    await writePidFile(spec.pidFile, process.pid);
    const written = JSON.parse(await readFile(spec.pidFile, 'utf8'));
    await writeFile(spec.pidFile, JSON.stringify({ ...written, began: '1' }));
    expect(await readPidFile(spec.pidFile)).toBeUndefined();
  });
});
