export { aptInstall, type AptResult } from './apt.ts';
export { BASE_IMAGE, type BaseImageDetails, provideBaseImage } from './base-image.ts';
export { type Child, type ChildExit, type ChildSpec, startChild, tailOf } from './child.ts';
export { type ChromiumDetails, provideChromium } from './chromium.ts';
export {
  copyDatabase,
  createDatabase,
  DATABASE,
  databaseNames,
  type DatabaseNames,
  type DatabaseUrls,
  dropDatabase,
  emptyDatabase,
} from './database.ts';
export { addProcessRoles } from './process-roles.ts';
export { connectDocker, type DockerDetails, startDocker } from './docker.ts';
export { BUILT_WEB, programArgs, programDigest, ROOT } from './programs.ts';
export { freePort, portHolder, portTakenMessage } from './port.ts';
export { asUser, closedFolder, isRoot, type RunAs, systemUser } from './system-user.ts';
export { endEverything } from './living.ts';
export { type RunEnd, type RunSpec, runToEnd } from './run-to-end.ts';
export { answers, endLeftOverPostgres, type PostgresDetails, startPostgres } from './postgres.ts';
export {
  apiEnv,
  keysEnv,
  ownerEnv,
  type ProcessContract,
  publisherEnv,
  runnerEnv,
  workerEnv,
} from './process-env.ts';
export { endProcess, identify, type ProcessIdentity, readPidFile, writePidFile } from './process-identity.ts';
export { pongs, type RedisDetails, startRedis } from './redis.ts';
export {
  databasePasswords,
  generateSecrets,
  loadSecrets,
  readVerifyingKeys,
  replaceSigningKey,
  type Secrets,
  verifyingKeys,
} from './secrets.ts';
export { type Note, type Ready, type Service, type Unavailable } from './service.ts';
export { keepLogsSmall } from './rotate-logs.ts';
export { provideTemplate } from './template.ts';
export { formatDuration, type StepOutput, type StepResult, Steps } from './steps.ts';
export { describeExit, type Supervised, supervise } from './supervise.ts';
