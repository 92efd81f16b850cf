import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { findPublicKey, makeDataSource, publishKeys } from '@ennead/persistence';
import { loadSecrets, type ProcessContract, type Secrets, Steps, verifyingKeys } from '@ennead/provision';
import { sign, verify } from '@ennead/signing';
import { makeTestDatabase, type TestDatabase } from '@ennead/testing/database';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { type Launch, publishKeys as publishForReal } from './bring-up.ts';
import { rotateKey } from './rotate-key.ts';

type SigningKeys = Secrets['signingKeys'];

const Bed = z.object({ TEST_DATABASE_ADMIN_URL: z.string() });

let database: TestDatabase;
let owner: DataSource;
let server: DataSource;
beforeAll(async () => {
  database = await makeTestDatabase(Bed.parse(process.env).TEST_DATABASE_ADMIN_URL);
  owner = await makeDataSource(database.ownerUrl, 1).initialize();
  server = await makeDataSource(database.appUrl, 1).initialize();
});
afterAll(async () => {
  for (const connection of [owner, server]) await connection.destroy();
  await database.drop();
});

/** What publishing does with the keys of a contract. */
const publish = ({ secrets }: ProcessContract) => publishKeys(owner.manager, verifyingKeys(secrets));

/** As the server sees it. */
const check = (data: object, signature: string) =>
  verify('verdict', data, signature, (purpose, kid) => findPublicKey(server.manager, purpose, kid));

describe('rotating a key', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'ennead-rotate-'));
    await publish(await contract());
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  /** As each command finds it. */
  const contract = async (): Promise<Launch> => ({
    databaseIsOurs: false,
    nodeEnv: 'production',
    mode: 'demo',
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://127.0.0.1:3000',
    dataDir,
    databaseOwnerUrl: database.ownerUrl,
    databaseAppUrl: database.appUrl,
    databaseRunnerUrl: database.runnerUrl,
    databaseWorkerUrl: database.workerUrl,
    databasePublisherUrl: database.publisherUrl,
    redisUrl: 'redis://127.0.0.1:6379',
    runnerUrl: 'http://127.0.0.1:3100',
    workerUrl: 'http://127.0.0.1:3200',
    mail: undefined,
    secrets: await loadSecrets(dataDir),
  });
  const keysInUse = async () => (await contract()).secrets.signingKeys;
  const signNow = async (data: object) => sign('verdict', data, (await keysInUse()).verdict);

  it('is done by the command that every start runs, as often as it is asked for', async () => {
    const steps = new Steps({ isTTY: false, columns: 80, write: () => true });
    const kids: string[] = [];
    for (const _ of [1, 2]) {
      const launch = { ...(await contract()), databaseIsOurs: true };
      const { kid } = await rotateKey(launch, 'verdict', (changed) => publishForReal(changed, steps));
      expect(await findPublicKey(server.manager, 'verdict', kid)).not.toBeNull();
      kids.push(kid);
    }
    expect(new Set(kids).size).toBe(2);
  }, 60_000);

  it('leaves what earlier keys signed as good as it was', async () => {
    const signed = [{ data: { number: 0 }, signature: await signNow({ number: 0 }) }];
    for (const number of [1, 2]) {
      await rotateKey(await contract(), 'verdict', publish);
      signed.push({ data: { number }, signature: await signNow({ number }) });
    }
    const kids = signed.map(({ signature }) => Buffer.from(signature.split('.')[0]!, 'base64url').toString());
    expect(new Set(kids).size).toBe(3);
    for (const { data, signature } of signed) {
      expect(await check(data, signature)).toBe('verified');
      expect(await check({ ...data, more: 1 }, signature)).toBe('broken');
    }
  });

  it('puts the new key in the place of the old one, and leaves those of other purposes', async () => {
    const before = await contract();
    const made = await rotateKey(before, 'verdict', publish);
    const after = await contract();
    const { d, ...publicHalf } = after.secrets.signingKeys.verdict;
    expect(publicHalf).toEqual(made);
    expect(d).not.toBe(before.secrets.signingKeys.verdict.d);
    expect(made.kid).not.toBe(before.secrets.signingKeys.verdict.kid);
    expect({ ...after.secrets.signingKeys, verdict: null }).toEqual({
      ...before.secrets.signingKeys,
      verdict: null,
    });
    expect({ ...after.secrets, signingKeys: null }).toEqual({ ...before.secrets, signingKeys: null });
  });

  it('makes the new key known before anything may sign with it', async () => {
    const before = await keysInUse();
    let knownFirst: string | undefined;
    const { kid } = await rotateKey(await contract(), 'verdict', async (changed) => {
      await publish(changed);
      knownFirst = changed.secrets.signingKeys.verdict.kid;
      expect(await findPublicKey(server.manager, 'verdict', knownFirst)).not.toBeNull();
      expect(await keysInUse()).toEqual(before);
    });
    expect(knownFirst).toBe(kid);
    expect((await keysInUse()).verdict.kid).toBe(kid);
  });

  it('changes nothing where it cannot be made known', async () => {
    const file = path.join(dataDir, 'secrets.json');
    const before = await readFile(file, 'utf8');
    const fails = () => Promise.reject(new Error('the database is away'));
    await expect(rotateKey(await contract(), 'verdict', fails)).rejects.toThrow('the database is away');
    expect(await readFile(file, 'utf8')).toBe(before);
  });

  it('makes a key for the purpose that was named and no other', async () => {
    const { kid } = await rotateKey(await contract(), 'receipt', publish);
    expect(await findPublicKey(server.manager, 'receipt', kid)).not.toBeNull();
    expect(await findPublicKey(server.manager, 'verdict', kid)).toBeNull();
  });

  it.each([
    [
      'a key is known for another purpose',
      (keys: SigningKeys) => ({ receipt: keys.verdict }),
      'a key of its own',
    ],
    [
      'another key is known by its name',
      (keys: SigningKeys) => ({ verdict: { ...keys.receipt, kid: keys.verdict.kid } }),
      'Another key',
    ],
  ])('is refused where %s', async (_what, change, why) => {
    const { secrets, ...rest } = await contract();
    const signingKeys = { ...secrets.signingKeys, ...change(secrets.signingKeys) };
    await expect(publish({ ...rest, secrets: { ...secrets, signingKeys } })).rejects.toThrow(why);
  });
});
