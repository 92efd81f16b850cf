import { z } from 'zod';
import { LabSessionState } from './lifecycle/lab-session.ts';
import { CheckOutcome, WorkspacePath } from './lab.ts';
import { maxTerminalInput } from './limits.ts';
import { LocalizedText } from './locale.ts';
import { Instant, ScoreCents, Sha256, Slug } from './vocabulary.ts';

/** Chosen by the client, echoed in the reply, so that a reply finds its question after a reconnect too. */
const RequestId = z.string().min(1).max(64);
const TerminalId = z.string().regex(/^t[1-4]$/, 't1 to t4');
const Columns = z.number().int().min(2).max(500);
const Rows = z.number().int().min(1).max(300);

/** The longest text the editor may save; larger files are shown as such and changed in the terminal. */
export const maxEditorBytes = 1024 * 1024;
/** The largest message a client may send. */
export const maxLabMessageBytes = 8 * 1024 * 1024;

export const LabSocketErrorCode = z.enum([
  'LAB_MESSAGE_INVALID',
  'LAB_SESSION_ENDED',
  'LAB_MACHINE_UNAVAILABLE',
  'LAB_FILE_NOT_FOUND',
  'LAB_FILE_EXISTS',
  'LAB_FILE_NOT_REGULAR',
  'LAB_FILE_TOO_LARGE',
  'LAB_FILE_NOT_TEXT',
  'LAB_WORKSPACE_FULL',
  'LAB_CHECK_BUSY',
  'LAB_CHECK_TOO_OFTEN',
  'LAB_TERMINAL_UNAVAILABLE',
]);
export type LabSocketErrorCode = z.infer<typeof LabSocketErrorCode>;

export const LabClientMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ping') }),
  /** Opens the terminal, or shows an open one again as it was (`terminal.screen`). */
  z.strictObject({ type: z.literal('terminal.open'), terminal: TerminalId, cols: Columns, rows: Rows }),
  z.strictObject({
    type: z.literal('terminal.input'),
    terminal: TerminalId,
    text: z.string().max(maxTerminalInput),
  }),
  z.strictObject({ type: z.literal('terminal.resize'), terminal: TerminalId, cols: Columns, rows: Rows }),
  z.strictObject({ type: z.literal('terminal.close'), terminal: TerminalId }),
  z.strictObject({ type: z.literal('tree') }),
  z.strictObject({ type: z.literal('file.read'), requestId: RequestId, path: WorkspacePath }),
  /**
   * `baseSha256` is what the editor last saw of the file (null: it saw none). A file that is another by now is
   * not overwritten: the answer is `file.conflict` with the present content.
   */
  z.strictObject({
    type: z.literal('file.save'),
    requestId: RequestId,
    path: WorkspacePath,
    content: z.string().max(maxEditorBytes),
    baseSha256: Sha256.nullable(),
  }),
  z.strictObject({ type: z.literal('file.create'), requestId: RequestId, path: WorkspacePath }),
  z.strictObject({
    type: z.literal('file.rename'),
    requestId: RequestId,
    path: WorkspacePath,
    newPath: WorkspacePath,
  }),
  z.strictObject({ type: z.literal('file.delete'), requestId: RequestId, path: WorkspacePath }),
  z.strictObject({ type: z.literal('check.run'), requestId: RequestId }),
]);
export type LabClientMessage = z.infer<typeof LabClientMessage>;

/** A regular file of the workspace; `sha256` is null for one too large to be kept. */
export const LabTreeFile = z.strictObject({
  path: WorkspacePath,
  sizeBytes: z.number().int().min(0),
  executable: z.boolean(),
  sha256: Sha256.nullable(),
});
export type LabTreeFile = z.infer<typeof LabTreeFile>;

/**
 * What a case of the visible suite showed, for the candidate to work from. Shortened texts.
 * It never exists for the hidden suite.
 */
export const LabCaseOutput = z.strictObject({
  sent: z.string(),
  reply: z.string(),
  errors: z.string(),
  /** `reply`: an answer that does not meet the check; the rest say why there was none. */
  reason: z.enum(['passed', 'reply', 'timeout', 'exit', 'not-json', 'too-long']),
});
export type LabCaseOutput = z.infer<typeof LabCaseOutput>;

export const LabServerMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('pong'), serverNow: Instant }),
  /** First message of a connection, and again whenever the session changes. Count down from `serverNow`. */
  z.strictObject({
    type: z.literal('session'),
    state: LabSessionState,
    deadlineAt: Instant,
    serverNow: Instant,
  }),
  /**
   * `starting`: being claimed. `ready`: in use. `restored`: a new machine with the files as of `snapshotAt`; open
   * terminals begin anew. `lost`: died, being replaced. `unavailable`: no engine; edits are still saved.
   */
  z.strictObject({
    type: z.literal('machine'),
    state: z.enum(['starting', 'ready', 'restored', 'lost', 'unavailable']),
    snapshotAt: Instant.optional(),
  }),
  /** Everything the workspace holds was stored at this time. */
  z.strictObject({ type: z.literal('checkpoint'), takenAt: Instant, skippedFiles: z.number().int().min(0) }),
  /** Clear the terminal and write `data`. Answers that the terminal emulator itself gives meanwhile must be dropped. */
  z.strictObject({ type: z.literal('terminal.screen'), terminal: TerminalId, data: z.string() }),
  z.strictObject({ type: z.literal('terminal.output'), terminal: TerminalId, data: z.string() }),
  z.strictObject({ type: z.literal('terminal.closed'), terminal: TerminalId }),
  /** The whole tree, whenever it changed. `skipped`: links, sockets and the like, and what is past the limits. */
  z.strictObject({
    type: z.literal('tree'),
    files: z.array(LabTreeFile),
    skipped: z.number().int().min(0),
  }),
  z.strictObject({
    type: z.literal('file.content'),
    requestId: RequestId,
    path: WorkspacePath,
    sha256: Sha256,
    content: z.string(),
  }),
  z.strictObject({
    type: z.literal('file.saved'),
    requestId: RequestId,
    path: WorkspacePath,
    sha256: Sha256,
    savedAt: Instant,
  }),
  /** `content` and `currentSha256` are null when the file is gone, `content` alone when it is no text. */
  z.strictObject({
    type: z.literal('file.conflict'),
    requestId: RequestId,
    path: WorkspacePath,
    currentSha256: Sha256.nullable(),
    content: z.string().nullable(),
  }),
  z.strictObject({
    type: z.literal('file.done'),
    requestId: RequestId,
    path: WorkspacePath,
    savedAt: Instant,
  }),
  z.strictObject({
    type: z.literal('check.started'),
    requestId: RequestId,
    cases: z.number().int().min(1),
  }),
  z.strictObject({
    type: z.literal('check.case'),
    requestId: RequestId,
    task: Slug,
    case: Slug,
    passed: z.boolean(),
    feedback: LocalizedText.optional(),
    output: LabCaseOutput,
  }),
  z.strictObject({
    type: z.literal('check.done'),
    /** Null for the last result of an earlier connection, sent on connecting. */
    requestId: RequestId.nullable(),
    ranAt: Instant,
    checks: z.array(CheckOutcome),
    scoreCents: ScoreCents,
  }),
  z.strictObject({
    type: z.literal('error'),
    requestId: RequestId.optional(),
    code: LabSocketErrorCode,
    /** For LAB_CHECK_TOO_OFTEN: when to try again. */
    retryAfterSec: z.number().int().min(1).optional(),
  }),
]);
export type LabServerMessage = z.infer<typeof LabServerMessage>;
