import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { LabClientMessage, LabServerMessage } from '@ennead/contracts';
import { LabConnection } from '../connection/lab-connection.ts';
import { Requests } from '../connection/requests.ts';
import { Drafts } from './drafts.ts';
import { FileStore } from './file-store.ts';
import { Tabs } from './tabs.ts';

const base = 'a'.repeat(64);
const later = 'b'.repeat(64);
const savedAt = '2026-05-04T06:05:22Z';

/** A browser's store in memory. */
function memory(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}

/** The store over a socket whose other end is the spec. */
function aStore(storage = memory()) {
  const sent: LabClientMessage[] = [];
  const socket = {
    send: (text: string) => void sent.push(JSON.parse(text) as LabClientMessage),
    close: () => undefined,
  };
  const connection = new LabConnection('ws://lab', () => socket as unknown as WebSocket);
  const requests = new Requests(connection);
  const files = new FileStore(requests, new Drafts('s1', storage), new Tabs('s1', storage));
  const handlers = socket as unknown as Pick<WebSocket, 'onopen' | 'onclose'> & {
    onopen: () => void;
    onclose: (event: { code: number }) => void;
  };
  const online = () => {
    connection.connect();
    handlers.onopen();
    files.online();
  };
  const offline = () => {
    handlers.onclose({ code: 1006 });
    requests.dropAll();
    files.offline();
  };
  /** Lets the last request of a type be answered, and whoever waits for it go on. */
  const answer = async (type: LabClientMessage['type'], reply: object) => {
    const request = sent.findLast((message) => message.type === type) as { requestId: string; path: string };
    const message = { ...reply, requestId: request.requestId, path: request.path } as LabServerMessage;
    requests.settle(message);
    files.handle(message);
    await Promise.resolve();
    await Promise.resolve();
  };
  const saves = () => sent.filter((message) => message.type === 'file.save');
  return { files, online, offline, answer, saves, storage };
}

async function withOpenFile() {
  const store = aStore();
  store.online();
  store.files.open('a.py');
  await store.answer('file.read', { type: 'file.content', sha256: base, content: 'one' });
  return store;
}

describe('FileStore', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('saves once after a pause in typing, and says when', async () => {
    const { files, answer, saves } = await withOpenFile();
    files.edit('a.py', 'one t');
    files.edit('a.py', 'one two');
    expect(saves()).toEqual([]);
    jest.advanceTimersByTime(1_000);
    expect(saves()).toMatchObject([{ path: 'a.py', content: 'one two', baseSha256: base }]);
    await answer('file.save', { type: 'file.saved', sha256: later, savedAt });
    expect(files.file('a.py')).toMatchObject({ phase: 'clean', baseSha256: later });
    expect(files.state.get().savedAt).toBe(savedAt);
  });

  it('keeps what is typed while disconnected, and sends it on return', async () => {
    const { files, online, offline, saves, storage } = await withOpenFile();
    offline();
    files.edit('a.py', 'one two');
    jest.advanceTimersByTime(10_000);
    await Promise.resolve();
    expect(saves()).toEqual([]);
    expect([...new Drafts('s1', storage).all()]).toEqual([['a.py', { text: 'one two', baseSha256: base }]]);
    online();
    expect(saves()).toMatchObject([{ content: 'one two', baseSha256: base }]);
  });

  it('opens the drafts of an earlier visit and checks them against the machine', async () => {
    const { storage } = await withOpenFile();
    new Drafts('s1', storage).put('a.py', { text: 'draft', baseSha256: base });
    const { files, online, answer, saves } = aStore(storage);
    online();
    files.handle({
      type: 'tree',
      skipped: 0,
      files: [{ path: 'a.py', sizeBytes: 3, executable: false, sha256: later }],
    });
    files.restore([]);
    expect(saves()).toMatchObject([{ content: 'draft', baseSha256: base }]);
    await answer('file.save', { type: 'file.conflict', currentSha256: later, content: 'theirs' });
    expect(files.file('a.py')).toMatchObject({ phase: 'conflict', text: 'draft' });
  });

  it('never brings back by itself what was deleted on the machine', async () => {
    const { files, online, offline, saves } = await withOpenFile();
    files.handle({ type: 'tree', skipped: 0, files: [] });
    expect(files.file('a.py')?.phase).toBe('gone');
    offline();
    online();
    expect(await files.saveAll()).toBe(true);
    expect(saves()).toEqual([]);
  });

  it('asks again what a machine that was not ready had to refuse', async () => {
    const { files, online, answer } = aStore();
    online();
    files.open('a.py');
    await answer('file.read', { type: 'error', code: 'LAB_MACHINE_UNAVAILABLE' });
    expect(files.file('a.py')?.phase).toBe('unreadable');
    files.machineReady();
    await answer('file.read', { type: 'file.content', sha256: base, content: 'one' });
    expect(files.file('a.py')).toMatchObject({ phase: 'clean', text: 'one' });
  });
});
