import type { LabClientMessage, LabSocketErrorCode } from '@ennead/contracts';
import { SandboxFault, type SandboxFaultCode } from '@ennead/sandbox';
import type { Connection } from '../lab-sessions/connection.ts';
import type { LiveLabSession } from '../lab-sessions/live-lab-session.ts';
import { LabSessionEnded } from '../lab-sessions/lab-session-ended.ts';
import type { Checking } from './checking.ts';

type Message<T extends LabClientMessage['type']> = Extract<LabClientMessage, { type: T }>;

const errorCodes: Readonly<Record<SandboxFaultCode, LabSocketErrorCode>> = {
  ENGINE_DOWN: 'LAB_MACHINE_UNAVAILABLE',
  IMAGE_MISSING: 'LAB_MACHINE_UNAVAILABLE',
  FULL: 'LAB_MACHINE_UNAVAILABLE',
  MACHINE_LOST: 'LAB_MACHINE_UNAVAILABLE',
  AGENT_SILENT: 'LAB_MACHINE_UNAVAILABLE',
  AGENT_FAULT: 'LAB_MACHINE_UNAVAILABLE',
  PATH_INVALID: 'LAB_MESSAGE_INVALID',
  NOT_FOUND: 'LAB_FILE_NOT_FOUND',
  EXISTS: 'LAB_FILE_EXISTS',
  NOT_REGULAR: 'LAB_FILE_NOT_REGULAR',
  CHANGED: 'LAB_FILE_EXISTS',
  NO_SPACE: 'LAB_WORKSPACE_FULL',
  TOO_LARGE: 'LAB_FILE_TOO_LARGE',
  NO_ACCESS: 'LAB_FILE_NOT_REGULAR',
  BUSY: 'LAB_MACHINE_UNAVAILABLE',
};

/** The code a client knows for what went wrong; undefined for what is our own fault. */
export const errorCodeOf = (error: unknown): LabSocketErrorCode | undefined => {
  if (error instanceof LabSessionEnded) return 'LAB_SESSION_ENDED';
  return error instanceof SandboxFault ? errorCodes[error.code] : undefined;
};

/** Does what a client asks for and answers it. @throws SandboxFault, LabSessionEnded */
export const answerMessage = async (
  message: LabClientMessage,
  session: LiveLabSession,
  checking: Checking,
  connection: Connection,
): Promise<void> => {
  switch (message.type) {
    case 'ping':
      return connection.send({ type: 'pong', serverNow: session.now().toISOString() });
    case 'terminal.open':
      return session.terminals.open(message.terminal, message.cols, message.rows);
    case 'terminal.input':
      return session.terminals.type(message.terminal, message.text);
    case 'terminal.resize':
      return session.terminals.resize(message.terminal, message.cols, message.rows);
    case 'terminal.close':
      return session.terminals.close(message.terminal);
    case 'tree': {
      const seen = await session.workspace.look(true);
      return seen && connection.send({ type: 'tree', files: [...seen.files], skipped: seen.skipped });
    }
    case 'file.read':
      return readFile(message, session, connection);
    case 'file.save':
      return saveFile(message, session, connection);
    case 'file.create':
      return createFile(message, session, connection);
    case 'file.rename':
      return done(message, await session.workspace.rename(message.path, message.newPath), connection);
    case 'file.delete':
      return done(message, await session.workspace.remove(message.path), connection);
    case 'check.run':
      return checking.run(message.requestId, connection);
  }
};

const readFile = async (
  { requestId, path }: Message<'file.read'>,
  session: LiveLabSession,
  connection: Connection,
) => {
  const { content, sha256 } = await session.workspace.readText(path);
  if (content === null) return connection.send({ type: 'error', requestId, code: 'LAB_FILE_NOT_TEXT' });
  connection.send({ type: 'file.content', requestId, path, sha256, content });
};

const saveFile = async (message: Message<'file.save'>, session: LiveLabSession, connection: Connection) => {
  const { requestId, path } = message;
  const outcome = await session.workspace.save(
    path,
    Buffer.from(message.content, 'utf8'),
    message.baseSha256,
  );
  if (outcome.kind === 'saved') {
    const { sha256, savedAt } = outcome;
    return connection.send({ type: 'file.saved', requestId, path, sha256, savedAt: savedAt.toISOString() });
  }
  const { currentSha256, content } = outcome;
  connection.send({ type: 'file.conflict', requestId, path, currentSha256, content });
};

const createFile = async (
  message: Message<'file.create'>,
  session: LiveLabSession,
  connection: Connection,
) => {
  const outcome = await session.workspace.create(message.path);
  if (outcome.kind === 'conflict') throw new SandboxFault('EXISTS');
  done(message, outcome.savedAt, connection);
};

const done = (
  { requestId, path }: { requestId: string; path: string },
  savedAt: Date,
  connection: Connection,
): void => connection.send({ type: 'file.done', requestId, path, savedAt: savedAt.toISOString() });
