import type { LabSocketErrorCode } from '@ennead/contracts';

/**
 * `loading`: asked for. `clean`: as on the machine. `dirty`: to be saved. `saving`: on its way. `conflict`: changed
 * here and on the machine. `gone`: deleted on the machine. `failed`: the last save was refused. `unreadable`: no text,
 * or too large for the editor.
 */
export type FilePhase =
  'loading' | 'clean' | 'dirty' | 'saving' | 'conflict' | 'gone' | 'failed' | 'unreadable';

export interface OpenFile {
  readonly path: string;
  readonly phase: FilePhase;
  readonly text: string;
  /** What the machine is known to hold; null when nothing is known. */
  readonly savedText: string | null;
  readonly baseSha256: string | null;
  readonly sent: { readonly requestId: string; readonly text: string } | null;
  /** Texts of saves whose answers were lost with the connection: any of them may be what the machine holds. */
  readonly unconfirmed: readonly string[];
  readonly conflict: { readonly content: string | null; readonly sha256: string | null } | null;
  readonly error: LabSocketErrorCode | null;
  /** Rises whenever `text` changed by something else than typing, so that the editor takes it over. */
  readonly revision: number;
}

export type FileEvent =
  | { readonly type: 'loaded'; readonly text: string; readonly sha256: string }
  | { readonly type: 'edited'; readonly text: string }
  | { readonly type: 'sent'; readonly requestId: string }
  | { readonly type: 'saved'; readonly requestId: string; readonly sha256: string }
  | {
      readonly type: 'conflicted';
      readonly requestId: string;
      readonly content: string | null;
      readonly sha256: string | null;
    }
  | { readonly type: 'refused'; readonly requestId: string; readonly code: LabSocketErrorCode }
  | { readonly type: 'unreadable'; readonly code: LabSocketErrorCode }
  | { readonly type: 'disconnected' }
  | { readonly type: 'vanished' }
  | { readonly type: 'keepMine' }
  | { readonly type: 'takeTheirs' };

export const openFile = (path: string): OpenFile => ({
  path,
  phase: 'loading',
  text: '',
  savedText: null,
  baseSha256: null,
  sent: null,
  unconfirmed: [],
  conflict: null,
  error: null,
  revision: 0,
});

/** A file as a draft of an earlier visit left it: not saved, and checked against the machine by its base. */
export const openDraft = (path: string, text: string, baseSha256: string | null): OpenFile => ({
  ...openFile(path),
  phase: 'dirty',
  text,
  baseSha256,
  revision: 1,
});

/** Whether the text stands nowhere but here. */
export const isUnsaved = ({ phase }: OpenFile): boolean =>
  phase === 'dirty' || phase === 'saving' || phase === 'conflict' || phase === 'failed';

/** Pure: what becomes of an open file by an event. Events that do not fit its phase change nothing. */
export function changeFile(file: OpenFile, event: FileEvent): OpenFile {
  switch (event.type) {
    case 'loaded':
      return load(file, event.text, event.sha256);
    case 'edited':
      return edit(file, event.text);
    case 'sent':
      return { ...file, phase: 'saving', sent: { requestId: event.requestId, text: file.text }, error: null };
    case 'saved':
      return file.sent?.requestId === event.requestId ? settle(file, file.sent.text, event.sha256) : file;
    case 'conflicted':
      return file.sent?.requestId === event.requestId ? meetConflict(file, event) : file;
    case 'refused':
      if (file.sent?.requestId !== event.requestId) return file;
      return { ...file, phase: 'failed', sent: null, error: event.code };
    case 'unreadable':
      return isUnsaved(file) ? file : { ...file, phase: 'unreadable', error: event.code };
    case 'disconnected':
      return file.sent
        ? { ...file, phase: 'dirty', sent: null, unconfirmed: [...file.unconfirmed, file.sent.text] }
        : file;
    case 'vanished':
      return file.phase === 'clean' ? { ...file, phase: 'gone', savedText: null, baseSha256: null } : file;
    case 'keepMine':
      return file.conflict
        ? { ...file, phase: 'dirty', baseSha256: file.conflict.sha256, savedText: null, conflict: null }
        : file;
    case 'takeTheirs':
      return takeTheirs(file);
  }
}

function load(file: OpenFile, text: string, sha256: string): OpenFile {
  if (
    file.phase !== 'loading' &&
    file.phase !== 'clean' &&
    file.phase !== 'gone' &&
    file.phase !== 'unreadable'
  )
    return file;
  const revision = text === file.text && file.phase === 'clean' ? file.revision : file.revision + 1;
  return { ...file, phase: 'clean', text, savedText: text, baseSha256: sha256, revision, error: null };
}

function edit(file: OpenFile, text: string): OpenFile {
  if (file.phase === 'loading' || file.phase === 'unreadable' || text === file.text) return file;
  if (file.phase === 'saving' || file.phase === 'conflict') return { ...file, text };
  return { ...file, text, phase: text === file.savedText ? 'clean' : 'dirty' };
}

/** The machine now holds `savedText`; more may have been typed since. */
function settle(file: OpenFile, savedText: string, sha256: string | null): OpenFile {
  const phase = file.text === savedText ? 'clean' : 'dirty';
  return {
    ...file,
    phase,
    savedText,
    baseSha256: sha256,
    sent: null,
    unconfirmed: [],
    conflict: null,
    error: null,
  };
}

/**
 * A save may have landed although its answer was lost with the connection; then the "conflict" is with our own text,
 * and there is nothing to ask the candidate.
 */
function meetConflict(
  file: OpenFile,
  theirs: { readonly content: string | null; readonly sha256: string | null },
): OpenFile {
  const { content, sha256 } = theirs;
  const isOwn = content !== null && (content === file.text || file.unconfirmed.includes(content));
  if (isOwn) return settle(file, content, sha256);
  return { ...file, phase: 'conflict', sent: null, unconfirmed: [], conflict: { content, sha256 } };
}

function takeTheirs(file: OpenFile): OpenFile {
  if (!file.conflict || file.conflict.content === null) return file;
  const { content, sha256 } = file.conflict;
  return {
    ...file,
    phase: 'clean',
    text: content,
    savedText: content,
    baseSha256: sha256,
    conflict: null,
    revision: file.revision + 1,
  };
}
