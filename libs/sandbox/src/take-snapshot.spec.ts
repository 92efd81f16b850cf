import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { anEngine, shell } from '../test/a-machine.ts';
import type { Machine } from './machine.ts';
import { takeSnapshot } from './take-snapshot.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const caps = { maxFiles: 300, maxFileBytes: 1 << 20, maxTotalBytes: 2 << 20 };
const nothing = () => false;

describe('takeSnapshot', () => {
  let made: Awaited<ReturnType<typeof anEngine>>;
  let machine: Machine;

  beforeAll(async () => {
    made = await anEngine();
  }, 120_000);
  afterAll(() => made.stop());
  beforeEach(async () => {
    machine = await made.start();
  });
  afterEach(() => machine.destroy());

  it('keeps regular files with their content and executable bit, and only those', async () => {
    await shell(
      machine,
      `mkdir -p a/b __pycache__; echo one > a/one.txt; echo two > a/b/two.sh; chmod +x a/b/two.sh; echo c > __pycache__/c
       ln -s /etc/passwd link; ln -s /etc away; ln a/one.txt hard; mkfifo fifo; touch $'bad\\nname' $'bad\\xff'
       python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("socket")'`,
    );
    const snapshot = await takeSnapshot(machine, caps, nothing);
    expect(snapshot.files).toEqual([
      { path: 'a/b/two.sh', sha256: sha256('two\n'), sizeBytes: 4, executable: true },
      { path: 'a/one.txt', sha256: sha256('one\n'), sizeBytes: 4, executable: false },
      { path: 'hard', sha256: sha256('one\n'), sizeBytes: 4, executable: false },
    ]);
    expect([...snapshot.content.values()].map(String).sort()).toEqual(['one\n', 'two\n']);
    expect(snapshot).toMatchObject({ skipped: 6, settled: true });
  });

  it('costs nothing when nothing changed, and fetches only what is new', async () => {
    await machine.writeFile('one', Buffer.from('one'));
    const first = await takeSnapshot(machine, caps, nothing);
    expect(await machine.scan({ ...caps, mark: first.mark })).toEqual({
      mark: first.mark,
      quietMs: expect.any(Number),
      skipped: 0,
    });
    await machine.writeFile('two', Buffer.from('two'));
    const second = await takeSnapshot(machine, caps, (digest) => digest === sha256('one'));
    expect([...second.content.keys()]).toEqual([sha256('two')]);
    expect(second.files.map(({ path }) => path)).toEqual(['one', 'two']);
    expect(second.mark).not.toBe(first.mark);
  });

  it('is bounded in files, bytes a file and bytes in all', async () => {
    await shell(machine, 'for i in $(seq 350); do echo $i > f$i; done');
    expect((await takeSnapshot(machine, caps, nothing)).files).toHaveLength(300);
    await shell(
      machine,
      'rm f*; head -c 1500000 /dev/zero > a; for i in b c d; do head -c 900000 /dev/zero > $i; done',
    );
    const snapshot = await takeSnapshot(machine, caps, nothing);
    expect(snapshot.files.map(({ path }) => path)).toEqual(['b', 'c']);
    expect(snapshot.skipped).toBe(2);
  });

  it('does not keep a file empty that is being rewritten', async () => {
    await shell(machine, 'echo whole > file');
    const rewriting = await machine.startRun(
      ['bash', '-c', 'read; : > file; echo; sleep 0.2; echo whole again > file'],
      {
        alone: false,
      },
    );
    await rewriting.exchange(Buffer.alloc(0), 5000);
    const { files } = await takeSnapshot(machine, caps, nothing);
    expect(files).toMatchObject([{ path: 'file', sha256: sha256('whole again\n') }]);
  });

  it('ends, and says so, when the tree never rests', async () => {
    const busy = await machine.startRun(
      ['bash', '-c', 'read; : > clock; echo; n=0; while true; do echo $((n++)) > clock; done'],
      {
        alone: true,
      },
    );
    await busy.exchange(Buffer.alloc(0), 5000);
    const snapshot = await takeSnapshot(machine, caps, nothing);
    expect(snapshot.settled).toBe(false);
    expect(snapshot.skipped + snapshot.files.length).toBe(1);
  });

  it('sees a write that left no trace in the times once all is still', async () => {
    await shell(machine, 'printf aaaa > mapped');
    await takeSnapshot(machine, caps, nothing);
    await shell(
      machine,
      `python3 -c 'import mmap; f = open("mapped", "r+b"); m = mmap.mmap(f.fileno(), 4); m[0:4] = b"bbbb"; m.flush()'`,
    );
    await machine.still();
    const { files } = await takeSnapshot(machine, caps, nothing, { stilled: true });
    expect(files).toMatchObject([{ sha256: sha256('bbbb') }]);
  });

  it('writes back into a tree whose directory became a link without leaving it', async () => {
    await shell(machine, 'mkdir -p /tmp/outside; ln -s /tmp/outside src');
    await expect(machine.writeFile('src/app.py', Buffer.from('x'))).rejects.toMatchObject({
      code: 'NOT_REGULAR',
    });
    expect(await shell(machine, 'ls /tmp/outside')).toBe('');
  });
});
