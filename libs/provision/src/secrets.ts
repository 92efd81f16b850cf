import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DatabasePasswords } from './database.ts';

export interface Secrets {
  readonly pgSuperPassword: string;
  readonly pgOwnerPassword: string;
  readonly pgAppPassword: string;
  readonly pgRunnerPassword: string;
  readonly pgPublisherPassword: string;
  readonly redisPassword: string;
  readonly sessionSecret: string;
  readonly csrfSecret: string;
  readonly runnerToken: string;
  /** Keeps keys and hidden suites from being guessed by their hashes; another one makes all their hashes anew. */
  readonly contentSecret: string;
  /** Ed25519 private key, PKCS #8 PEM. */
  readonly verdictSigningKey: string;
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
  const secrets: Secrets = { ...generateSecrets(), ...known };
  if (Object.keys(known).length < Object.keys(secrets).length) {
    await writeFile(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    await rename(`${file}.new`, file);
  }
  await chmod(file, 0o600);
  return secrets;
}

/** New random secrets: 256 bits each, and a fresh Ed25519 key. */
export function generateSecrets(): Secrets {
  const secret = () => randomBytes(32).toString('base64url');
  return {
    pgSuperPassword: secret(),
    pgOwnerPassword: secret(),
    pgAppPassword: secret(),
    pgRunnerPassword: secret(),
    pgPublisherPassword: secret(),
    redisPassword: secret(),
    sessionSecret: secret(),
    csrfSecret: secret(),
    runnerToken: secret(),
    contentSecret: secret(),
    verdictSigningKey: generateKeyPairSync('ed25519')
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString(),
  };
}

/** The passwords of the database's roles. */
export const databasePasswords = (secrets: Secrets): DatabasePasswords => ({
  owner: secrets.pgOwnerPassword,
  app: secrets.pgAppPassword,
  runner: secrets.pgRunnerPassword,
  publisher: secrets.pgPublisherPassword,
});

async function readSecrets(file: string): Promise<Partial<Secrets>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
  try {
    return JSON.parse(text) as Partial<Secrets>;
  } catch {
    throw new Error(
      `${file} is not valid JSON. Restore it from a backup: the databases open only with its passwords.`,
    );
  }
}
