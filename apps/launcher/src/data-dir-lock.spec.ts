import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { announceServices, holdDataDir, holderOf } from './data-dir-lock.ts';

const URL = 'http://127.0.0.1:3000';

describe('the lock of a data directory', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'ennead-lock-'));
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  it('lets one process in, tells others who it is, and opens again', async () => {
    const release = await holdDataDir(dataDir, URL);
    await expect(holdDataDir(dataDir, URL)).rejects.toThrow(`process ${process.pid}, at ${URL}`);
    await release();
    expect(await holderOf(dataDir)).toBeUndefined();
    await (
      await holdDataDir(dataDir, URL)
    )();
  });

  it.each(['{"pid":1,"began":"never","publicUrl":""}', '{"pid":4194304,"began":"1"}', 'half a fi'])(
    'is not kept by a process that was killed: %s',
    async (text) => {
      await writeFile(path.join(dataDir, 'launcher.lock'), text);
      await (
        await holdDataDir(dataDir, URL)
      )();
    },
  );

  it('tells where the services are, to its owner only', async () => {
    const services = {
      databaseOwnerUrl: 'postgres://o',
      databaseAppUrl: 'postgres://a',
      databaseRunnerUrl: 'postgres://r',
      databaseWorkerUrl: 'postgres://w',
      databasePublisherUrl: 'postgres://p',
      redisUrl: 'redis://r',
    };
    const release = await holdDataDir(dataDir, URL);
    await announceServices(dataDir, services);
    expect((await holderOf(dataDir))?.services).toEqual(services);
    expect((await stat(path.join(dataDir, 'launcher.lock'))).mode & 0o077).toBe(0);
    await release();
  });
});
