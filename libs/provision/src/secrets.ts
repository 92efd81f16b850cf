import { KeyPurpose, PrivateKey, type VerifyingKey } from '@ennead/contracts/internal';
import { makeKey, publicHalf } from '@ennead/signing';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DatabasePasswords } from './database.ts';

export interface Secrets {
  readonly pgSuperPassword: string;
  readonly pgOwnerPassword: string;
  readonly pgAppPassword: string;
  readonly pgRunnerPassword: string;
  readonly pgWorkerPassword: string;
  readonly pgPublisherPassword: string;
  readonly redisPassword: string;
  readonly sessionSecret: string;
  readonly csrfSecret: string;
  /** Seals second factors in the database: with another one nobody's would open any more. */
  readonly sealingSecret: string;
  readonly runnerToken: string;
  /** Keeps keys and hidden suites from being guessed by their hashes; another one makes all their hashes anew. */
  readonly contentSecret: string;
  /** The key in use for each purpose; the public halves of earlier ones stay in the database. */
  readonly signingKeys: Readonly<Record<KeyPurpose, PrivateKey>>;
}

/**
 * The secrets of one data directory, from `secrets.json` (mode 0600). Those that are missing are generated and
 * written at once, so a secret that a later version adds appears by itself and the old ones stay.
 */
export async function loadSecrets(dataDir: string): Promise<Secrets> {
  const file = path.join(dataDir, 'secrets.json');
  // Others may pass through, as PostgreSQL's own user must, but not look around.
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const known = await readSecrets(file);
  const fresh = await generateSecrets();
  const secrets: Secrets = {
    ...fresh,
    ...known,
    signingKeys: { ...fresh.signingKeys, ...known.signingKeys },
  };
  // By their names, not their number: a file from before may hold one that nothing reads any more.
  const isComplete =
    hasAll(known, Object.keys(fresh)) && hasAll(known.signingKeys ?? {}, Object.keys(fresh.signingKeys));
  if (!isComplete) await writeSecrets(file, secrets);
  await chmod(file, 0o600);
  return secrets;
}

/**
 * The public half of each key in use, of a data directory that has its secrets already.
 *
 * @throws Error where it has none: nothing is made here
 */
export async function readVerifyingKeys(dataDir: string): Promise<VerifyingKey[]> {
  const { signingKeys } = await readSecrets(path.join(dataDir, 'secrets.json'));
  if (!signingKeys) throw new Error(`No Ennead has been started on ${dataDir} yet, so there are no keys.`);
  return KeyPurpose.options.flatMap((purpose) => {
    const key = signingKeys[purpose];
    return key ? [{ purpose, key: publicHalf(key) }] : [];
  });
}

/** The public half of the key in use for each purpose. */
export const verifyingKeys = ({ signingKeys }: Secrets): VerifyingKey[] =>
  KeyPurpose.options.map((purpose) => ({ purpose, key: publicHalf(signingKeys[purpose]) }));

/** Puts another signing key in the place of one; what was signed with the old one is verified by its public half. */
export async function replaceSigningKey(
  dataDir: string,
  purpose: KeyPurpose,
  key: PrivateKey,
): Promise<void> {
  const secrets = await loadSecrets(dataDir);
  const signingKeys = { ...secrets.signingKeys, [purpose]: key };
  await writeSecrets(path.join(dataDir, 'secrets.json'), { ...secrets, signingKeys });
}

const hasAll = (known: object, names: readonly string[]): boolean =>
  names.every((name) => Object.hasOwn(known, name));

async function writeSecrets(file: string, secrets: Secrets): Promise<void> {
  await writeFile(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** New random secrets: 256 bits each, and a key for each purpose. */
export async function generateSecrets(): Promise<Secrets> {
  const secret = () => randomBytes(32).toString('base64url');
  return {
    pgSuperPassword: secret(),
    pgOwnerPassword: secret(),
    pgAppPassword: secret(),
    pgRunnerPassword: secret(),
    pgWorkerPassword: secret(),
    pgPublisherPassword: secret(),
    redisPassword: secret(),
    sessionSecret: secret(),
    csrfSecret: secret(),
    sealingSecret: secret(),
    runnerToken: secret(),
    contentSecret: secret(),
    signingKeys: { verdict: await makeKey(), receipt: await makeKey(), credential: await makeKey() },
  };
}

/** The passwords of the database's roles. */
export const databasePasswords = (secrets: Secrets): DatabasePasswords => ({
  owner: secrets.pgOwnerPassword,
  app: secrets.pgAppPassword,
  runner: secrets.pgRunnerPassword,
  worker: secrets.pgWorkerPassword,
  publisher: secrets.pgPublisherPassword,
});

type Known = Partial<Omit<Secrets, 'signingKeys'>> & {
  readonly signingKeys?: Partial<Secrets['signingKeys']>;
};

/** @throws Error naming the file, and the key that is none; never what stands there */
async function readSecrets(file: string): Promise<Known> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
  let known: Known;
  try {
    known = JSON.parse(text) as Known;
  } catch {
    throw new Error(
      `${file} is not valid JSON. Restore it from a backup: the databases open only with its passwords.`,
    );
  }
  for (const [purpose, key] of Object.entries(known.signingKeys ?? {}))
    if (!PrivateKey.safeParse(key).success)
      throw new Error(
        `${file}: signingKeys.${purpose} is not a key. Restore the file from a backup, or take that key out: a new one is made.`,
      );
  return known;
}
