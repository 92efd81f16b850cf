import { BUILT_WEB } from './programs.ts';
import { verifyingKeys, type Secrets } from './secrets.ts';

/** Everything that server, lab host and worker are told by whoever starts them; the one place where the names are set. */
export interface ProcessContract {
  readonly nodeEnv: 'production' | 'development' | 'test';
  /** `production` refuses demo accounts. */
  readonly mode: 'demo' | 'production';
  /** Where it is set, whether certifiers and administrators need a second factor; else by the mode. */
  readonly requireSecondFactor?: 'yes' | 'no';
  readonly host: string;
  readonly port: number;
  /** The address people use, without a slash at its end. */
  readonly publicUrl: string;
  /** Where it is set, the IANA zone in which letters write times: server and worker are told. */
  readonly timeZone?: string;
  /** Absolute. */
  readonly dataDir: string;
  readonly databaseOwnerUrl: string;
  readonly databaseAppUrl: string;
  readonly databaseRunnerUrl: string;
  readonly databaseWorkerUrl: string;
  readonly databasePublisherUrl: string;
  readonly redisUrl: string;
  /** Where the runner listens, `http://127.0.0.1:<port>`. */
  readonly runnerUrl: string;
  /** Where the worker says how it is, `http://127.0.0.1:<port>`. */
  readonly workerUrl: string;
  readonly dockerHost?: string;
  /** Set where there are no labs: one English sentence. */
  readonly labsUnavailableReason?: string;
  /** The variables that say who runs the installation (`BodySettings`). */
  readonly body?: Readonly<Record<string, string>>;
  /** The variables of a bucket for files (`S3Settings`), where there is one: only the server is told. */
  readonly s3?: Readonly<Record<string, string>>;
  /** The variables of a mail server (`mailVariables`), where there is one: only the worker is told. */
  readonly mail: Readonly<Record<string, string>> | undefined;
  readonly secrets: Secrets;
}

/** Environment of `apps/api/src/main.ts`. */
export function apiEnv(contract: ProcessContract): NodeJS.ProcessEnv {
  return { ...serverEnv(contract), WEB_DIR: BUILT_WEB, ...contract.body, ...contract.s3 };
}

/** Of the server and of those that do single things in its stead: all but where files are. */
function serverEnv(contract: ProcessContract): NodeJS.ProcessEnv {
  return {
    ...commonEnv(contract),
    HOST: contract.host,
    PORT: String(contract.port),
    PUBLIC_URL: contract.publicUrl,
    ...(contract.timeZone ? { TIME_ZONE: contract.timeZone } : {}),
    SESSION_SECRET: contract.secrets.sessionSecret,
    CSRF_SECRET: contract.secrets.csrfSecret,
    SEALING_SECRET: contract.secrets.sealingSecret,
    ...(contract.requireSecondFactor ? { REQUIRE_SECOND_FACTOR: contract.requireSecondFactor } : {}),
  };
}

/** Environment of `apps/runner/src/main.ts`: no secret of the log-in is in it, and nobody else signs verdicts or reaches Docker. */
export function runnerEnv(contract: ProcessContract): NodeJS.ProcessEnv {
  return {
    ...commonEnv(contract),
    DATABASE_URL: contract.databaseRunnerUrl,
    VERDICT_SIGNING_KEY: JSON.stringify(contract.secrets.signingKeys.verdict),
    ...(contract.dockerHost ? { DOCKER_HOST: contract.dockerHost } : {}),
  };
}

/** Environment of `apps/worker/src/main.ts`: a database role that scores and assigns, and nothing of log-ins, Docker or the lab host. */
export function workerEnv(contract: ProcessContract): NodeJS.ProcessEnv {
  const { nodeEnv, databaseWorkerUrl, workerUrl, publicUrl, timeZone, mail } = contract;
  return {
    ...inheritedEnv(),
    NO_COLOR: '1',
    NODE_ENV: nodeEnv,
    DATABASE_URL: databaseWorkerUrl,
    WORKER_URL: workerUrl,
    PUBLIC_URL: publicUrl,
    ...(timeZone ? { TIME_ZONE: timeZone } : {}),
    ...mail,
  };
}

/** Environment of `apps/api/src/commands/publish-content.ts`: a database role that may add to the bank, and nothing else. */
export function publisherEnv({ nodeEnv, databasePublisherUrl, secrets }: ProcessContract): NodeJS.ProcessEnv {
  return {
    ...inheritedEnv(),
    NO_COLOR: '1',
    NODE_ENV: nodeEnv,
    DATABASE_URL: databasePublisherUrl,
    CONTENT_SECRET: secrets.contentSecret,
  };
}

/** Environment of the commands that own the schema: migrating, seeding, making an administrator. */
export function ownerEnv(contract: ProcessContract): NodeJS.ProcessEnv {
  return {
    ...serverEnv(contract),
    DATABASE_OWNER_URL: contract.databaseOwnerUrl,
    DATABASE_APP_URL: contract.databaseAppUrl,
    DATABASE_RUNNER_URL: contract.databaseRunnerUrl,
    DATABASE_WORKER_URL: contract.databaseWorkerUrl,
    DATABASE_PUBLISHER_URL: contract.databasePublisherUrl,
  };
}

/** Environment of `apps/api/src/commands/publish-keys.ts`: public halves, and the role that may make them known. */
export function keysEnv({ databaseOwnerUrl, secrets }: ProcessContract): NodeJS.ProcessEnv {
  return {
    ...inheritedEnv(),
    NO_COLOR: '1',
    DATABASE_OWNER_URL: databaseOwnerUrl,
    SIGNING_KEYS: JSON.stringify(verifyingKeys(secrets)),
  };
}

function commonEnv(contract: ProcessContract): NodeJS.ProcessEnv {
  return {
    ...inheritedEnv(),
    // Their output goes to log files.
    NO_COLOR: '1',
    NODE_ENV: contract.nodeEnv,
    ENNEAD_MODE: contract.mode,
    ENNEAD_DATA_DIR: contract.dataDir,
    DATABASE_URL: contract.databaseAppUrl,
    REDIS_URL: contract.redisUrl,
    RUNNER_URL: contract.runnerUrl,
    RUNNER_TOKEN: contract.secrets.runnerToken,
    ...(contract.labsUnavailableReason ? { LABS_UNAVAILABLE_REASON: contract.labsUnavailableReason } : {}),
  };
}

/** What any program of this system needs, and nothing else of the environment this one was started with. */
export function inheritedEnv(): NodeJS.ProcessEnv {
  const names = ['PATH', 'HOME', 'USER', 'LANG', 'TZ', 'TMPDIR', 'SystemRoot', 'TERM'];
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}
