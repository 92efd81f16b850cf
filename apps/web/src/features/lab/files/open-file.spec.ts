import { describe, expect, it } from '@jest/globals';
import { changeFile, isUnsaved, openDraft, openFile, type FileEvent, type OpenFile } from './open-file.ts';

const after = (events: readonly FileEvent[], start: OpenFile = openFile('a.py')): OpenFile =>
  events.reduce(changeFile, start);

const loaded: FileEvent = { type: 'loaded', text: 'one', sha256: 's1' };
const typed = (text: string): FileEvent => ({ type: 'edited', text });
const sent = (requestId: string): FileEvent => ({ type: 'sent', requestId });
const saved = (requestId: string, sha256: string): FileEvent => ({ type: 'saved', requestId, sha256 });
const conflicted = (requestId: string, content: string | null, sha256: string | null): FileEvent => ({
  type: 'conflicted',
  requestId,
  content,
  sha256,
});

describe('an open file', () => {
  it('is clean once loaded, dirty once typed in, clean again when that is undone', () => {
    expect(after([loaded])).toMatchObject({ phase: 'clean', text: 'one', baseSha256: 's1', revision: 1 });
    expect(after([loaded, typed('two')])).toMatchObject({ phase: 'dirty', revision: 1 });
    expect(after([loaded, typed('two'), typed('one')]).phase).toBe('clean');
  });

  it('is clean when what was sent is saved, dirty when more was typed meanwhile', () => {
    const sending = [loaded, typed('two'), sent('r1')];
    expect(after([...sending, saved('r1', 's2')])).toMatchObject({ phase: 'clean', baseSha256: 's2' });
    expect(after([...sending, typed('three'), saved('r1', 's2')])).toMatchObject({
      phase: 'dirty',
      text: 'three',
      savedText: 'two',
      baseSha256: 's2',
    });
  });

  it('takes no notice of answers to other saves', () => {
    expect(after([loaded, typed('two'), sent('r2'), saved('r1', 's9')]).phase).toBe('saving');
  });

  it('takes over what the machine changed only while nothing is unsaved here', () => {
    const theirs: FileEvent = { type: 'loaded', text: 'theirs', sha256: 's5' };
    expect(after([loaded, theirs])).toMatchObject({ text: 'theirs', revision: 2 });
    expect(after([loaded, typed('mine'), theirs])).toMatchObject({ text: 'mine', phase: 'dirty' });
  });

  it('offers both texts after a conflict, and goes on with the chosen one', () => {
    const both = [loaded, typed('mine'), sent('r1'), conflicted('r1', 'theirs', 's7')];
    expect(after(both)).toMatchObject({ phase: 'conflict', text: 'mine', conflict: { content: 'theirs' } });
    expect(after([...both, { type: 'keepMine' }])).toMatchObject({
      phase: 'dirty',
      text: 'mine',
      baseSha256: 's7',
    });
    expect(after([...both, { type: 'takeTheirs' }])).toMatchObject({
      phase: 'clean',
      text: 'theirs',
      baseSha256: 's7',
    });
  });

  it('sees no conflict with its own save whose answer was lost', () => {
    const lost = [loaded, typed('two'), sent('r1'), { type: 'disconnected' } as const, typed('three')];
    expect(after(lost)).toMatchObject({ phase: 'dirty', sent: null });
    expect(after([...lost, sent('r2'), conflicted('r2', 'two', 's2')])).toMatchObject({
      phase: 'dirty',
      text: 'three',
      baseSha256: 's2',
    });
    expect(after([...lost, sent('r2'), conflicted('r2', 'three', 's3')]).phase).toBe('clean');
  });

  it('knows when it was deleted on the machine, and keeps what was typed', () => {
    expect(after([loaded, { type: 'vanished' }])).toMatchObject({ phase: 'gone', text: 'one' });
    expect(after([loaded, { type: 'vanished' }, typed('one more')]).phase).toBe('dirty');
    expect(after([loaded, typed('two'), { type: 'vanished' }]).phase).toBe('dirty');
  });

  it('says why a save was refused until it is tried again', () => {
    const refused: FileEvent = { type: 'refused', requestId: 'r1', code: 'LAB_WORKSPACE_FULL' };
    const failed = after([loaded, typed('two'), sent('r1'), refused]);
    expect(failed).toMatchObject({ phase: 'failed', error: 'LAB_WORKSPACE_FULL' });
    expect(isUnsaved(failed)).toBe(true);
    expect(changeFile(failed, sent('r2'))).toMatchObject({ phase: 'saving', error: null });
  });

  it('begins unsaved when it comes from a draft', () => {
    expect(isUnsaved(openDraft('a.py', 'draft', 's1'))).toBe(true);
  });
});
