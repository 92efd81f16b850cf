/**
 * - `ENGINE_DOWN`: Docker does not answer. `IMAGE_MISSING`: what to build on, or to start, is not there.
 * - `FULL`: as many machines as this host may hold are in use.
 * - `MACHINE_LOST`: the machine ended or was taken away. `AGENT_SILENT`: it lives, but did not answer in time.
 * - the rest: a file or terminal operation that was refused.
 */
export type SandboxFaultCode =
  | 'ENGINE_DOWN'
  | 'IMAGE_MISSING'
  | 'FULL'
  | 'MACHINE_LOST'
  | 'AGENT_SILENT'
  | 'AGENT_FAULT'
  | 'PATH_INVALID'
  | 'NOT_FOUND'
  | 'EXISTS'
  | 'NOT_REGULAR'
  | 'CHANGED'
  | 'NO_SPACE'
  | 'TOO_LARGE'
  | 'NO_ACCESS'
  | 'BUSY';

export class SandboxFault extends Error {
  override readonly name = 'SandboxFault';

  constructor(
    readonly code: SandboxFaultCode,
    message: string = code,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const codesOfAgent: Readonly<Record<string, SandboxFaultCode>> = {
  PATH_INVALID: 'PATH_INVALID',
  ENAMETOOLONG: 'PATH_INVALID',
  ENOENT: 'NOT_FOUND',
  EEXIST: 'EXISTS',
  ENOTEMPTY: 'EXISTS',
  NOT_REGULAR: 'NOT_REGULAR',
  ELOOP: 'NOT_REGULAR',
  ENXIO: 'NOT_REGULAR',
  ENOTDIR: 'NOT_REGULAR',
  EISDIR: 'NOT_REGULAR',
  EINVAL: 'PATH_INVALID',
  CHANGED: 'CHANGED',
  ENOSPC: 'NO_SPACE',
  EDQUOT: 'NO_SPACE',
  ENOMEM: 'NO_SPACE',
  EFBIG: 'TOO_LARGE',
  EACCES: 'NO_ACCESS',
  EPERM: 'NO_ACCESS',
  EAGAIN: 'BUSY',
  TOO_MANY: 'BUSY',
  INPUT_FULL: 'BUSY',
  BUSY: 'BUSY',
};

/** The fault for a code that the agent gave. */
export const faultOfAgent = (code: string): SandboxFault =>
  new SandboxFault(codesOfAgent[code] ?? 'AGENT_FAULT', `the agent refused: ${code}`);
