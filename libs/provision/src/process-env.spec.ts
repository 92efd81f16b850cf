import { describe, expect, it } from '@jest/globals';
import {
  apiEnv,
  keysEnv,
  ownerEnv,
  publisherEnv,
  runnerEnv,
  workerEnv,
  type ProcessContract,
} from './process-env.ts';
import { generateSecrets } from './secrets.ts';

const contract: ProcessContract = {
  nodeEnv: 'production',
  mode: 'demo',
  host: '127.0.0.1',
  port: 3000,
  publicUrl: 'http://127.0.0.1:3000',
  timeZone: 'Pacific/Chatham',
  dataDir: '/data',
  databaseOwnerUrl: 'postgres://owner',
  databaseAppUrl: 'postgres://app',
  databaseRunnerUrl: 'postgres://runner',
  databaseWorkerUrl: 'postgres://worker',
  databasePublisherUrl: 'postgres://publisher',
  redisUrl: 'redis://redis',
  runnerUrl: 'http://127.0.0.1:3100',
  workerUrl: 'http://127.0.0.1:3200',
  dockerHost: 'unix:///docker.sock',
  s3: { S3_BUCKET: 'files', S3_SECRET_ACCESS_KEY: 'the key of the bucket' },
  mail: { SMTP_URL: 'smtps://letters:the-password-of-the-post@mail', MAIL_FROM: 'letters@example.org' },
  secrets: await generateSecrets(),
};

const environments = {
  api: apiEnv(contract),
  runner: runnerEnv(contract),
  worker: workerEnv(contract),
  publisher: publisherEnv(contract),
  owner: ownerEnv(contract),
  keys: keysEnv(contract),
};

/** Of the processes, those whose environment says this anywhere. */
const whoIsTold = (what: string): string[] =>
  Object.entries(environments).flatMap(([name, env]) => (JSON.stringify(env).includes(what) ? [name] : []));

describe('what each process is told', () => {
  const { signingKeys } = contract.secrets;

  it.each([
    ['the key that signs verdicts', signingKeys.verdict.d, ['runner']],
    ['the key that will sign receipts', signingKeys.receipt.d, []],
    ['the key that will sign credentials', signingKeys.credential.d, []],
    ['where Docker is', 'unix:///docker.sock', ['runner']],
    ['the key of the bucket', 'the key of the bucket', ['api']],
    ['the password of the mail server', 'the-password-of-the-post', ['worker']],
    ['what log-ins are sealed with', contract.secrets.sessionSecret, ['api', 'owner']],
    ['what second factors are sealed with', contract.secrets.sealingSecret, ['api', 'owner']],
    ['what hides keys and suites', contract.secrets.contentSecret, ['publisher']],
    ['how workers log in', 'postgres://worker', ['worker', 'owner']],
    ['what opens the lab host', contract.secrets.runnerToken, ['api', 'runner', 'owner']],
    ['in which zone letters write times', 'Pacific/Chatham', ['api', 'worker', 'owner']],
    ['the owner of the schema', 'postgres://owner', ['owner', 'keys']],
    ['the public half of each key', signingKeys.credential.x, ['keys']],
  ])('%s', (_what, secret, told) => {
    expect(whoIsTold(secret)).toEqual(told);
  });
});
