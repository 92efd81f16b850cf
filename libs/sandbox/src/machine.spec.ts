import { afterAll, beforeAll, beforeEach, describe, expect, it, afterEach } from '@jest/globals';
import { eventually } from '@ennead/testing';
import { anEngine, shell, watch } from '../test/a-machine.ts';
import type { Machine } from './machine.ts';

describe('a machine', () => {
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

  it('writes, reads, moves and removes files', async () => {
    const large = Buffer.alloc(3 * 1024 * 1024 + 17, 'ü');
    await machine.writeFile('src/检索/app.py', Buffer.from('print(1)\n'), { executable: true });
    await machine.writeFile('large.bin', large);
    expect(
      await shell(machine, 'src/检索/app.py 2>&1; stat -c %a src/检索/app.py; wc -c <large.bin'),
    ).toContain('755');
    expect((await machine.readFile('large.bin', 8 * 1024 * 1024)).equals(large)).toBe(true);
    await machine.rename('src/检索/app.py', 'lib/app.py');
    expect((await machine.readFile('lib/app.py', 100)).toString()).toBe('print(1)\n');
    await machine.remove('src');
    expect(await shell(machine, 'ls')).toBe('large.bin\nlib');
    await expect(machine.readFile('large.bin', 1000)).rejects.toMatchObject({ code: 'TOO_LARGE' });
    await expect(machine.rename('large.bin', 'lib/app.py')).rejects.toMatchObject({ code: 'EXISTS' });
  });

  it('overwrites only what the writer has seen', async () => {
    await machine.writeFile('notes.md', Buffer.from('one'), { expect: null });
    const one = await machine.digest('notes.md');
    await shell(machine, 'echo two > notes.md');
    await expect(machine.writeFile('notes.md', Buffer.from('three'), { expect: one })).rejects.toMatchObject({
      code: 'CHANGED',
    });
    await expect(machine.writeFile('notes.md', Buffer.from('three'), { expect: null })).rejects.toMatchObject(
      {
        code: 'CHANGED',
      },
    );
    expect((await machine.readFile('notes.md', 100)).toString()).toBe('two\n');
    expect(await machine.digest('missing.md')).toBeNull();
  });

  it.each([
    ['../etc/passwd', 'PATH_INVALID'],
    ['/etc/passwd', 'PATH_INVALID'],
    ['a/../../etc/passwd', 'PATH_INVALID'],
    ['a//b', 'PATH_INVALID'],
    ['name\u0000.txt', 'PATH_INVALID'],
    [`${'d/'.repeat(150)}x`, 'PATH_INVALID'],
    ['link', 'NOT_REGULAR'],
    ['away/passwd', 'NOT_REGULAR'],
    ['fifo', 'NOT_REGULAR'],
    ['socket', 'NOT_REGULAR'],
    ['null', 'NOT_REGULAR'],
    ['directory', 'NOT_REGULAR'],
  ])('neither reads nor writes %j', async (path, code) => {
    await shell(
      machine,
      `ln -s /etc/passwd link; ln -s /etc away; mkfifo fifo; ln -s /dev/null null; mkdir directory
       python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("socket")'`,
    );
    await expect(machine.readFile(path, 1 << 20)).rejects.toMatchObject({ code });
    await expect(machine.writeFile(path, Buffer.from('x'))).rejects.toMatchObject({ code });
  });

  it('keeps a terminal as it is while nobody is attached', async () => {
    const first = watch(machine);
    expect(await machine.openTerminal('t1', 100, 30)).toBe(true);
    await machine.typeInTerminal('t1', 'cd /tmp && SECRET=41 && stty size\n');
    await first.until('30 100');

    // The first host forgets all about it, as one that is killed does.
    const second = await made.engine.reattach(machine.id);
    const again = watch(second);
    expect(await second.openTerminal('t1', 80, 24)).toBe(false);
    await second.showTerminal('t1');
    await again.until('30 100');
    await second.typeInTerminal('t1', 'echo "$PWD:$((SECRET + 1)):$(stty size)"\n');
    await again.until('/tmp:42:24 80');
  });

  it('tells when a shell ends, though its jobs hold the terminal', async () => {
    const closed = new Promise<string>((resolve) =>
      machine.handleTerminals({ output: () => undefined, screen: () => undefined, closed: resolve }),
    );
    await machine.openTerminal('t2', 80, 24);
    await machine.typeInTerminal('t2', 'sleep 300 & exit\n');
    expect(await closed).toBe('t2');
    expect(await shell(machine, 'pgrep -c sleep || true')).toBe('0');
  });

  it('stops a terminal that prints without end until somebody takes its output', async () => {
    const screen = watch(machine);
    screen.stopPaying();
    await machine.openTerminal('t1', 80, 24);
    await machine.typeInTerminal('t1', 'yes\n');
    await screen.until('y\r\n'.repeat(20_000));
    // Other work goes on at once, and no more than the window has come.
    expect(await shell(machine, 'echo alive')).toBe('alive');
    expect(screen.length).toBeLessThanOrEqual(128 * 1024);
    const before = screen.length;
    await machine.payTerminal('t1', 64 * 1024);
    await machine.typeInTerminal('t1', '\u0003');
    await machine.digest('x');
    // What was paid for may be on its way still, on a machine with much to do.
    await eventually(() => screen.length > before);
    await machine.digest('x');
    expect(screen.length).toBeLessThanOrEqual(before + 64 * 1024 + 1024);
  });

  it('speaks with a command line by line and survives what it prints', async () => {
    const run = await machine.startRun(['python3', '-uc', 'while True: print(input()[::-1])'], {
      alone: false,
    });
    const text = async (line: string) => {
      const reply = await run.exchange(Buffer.from(line), 5000);
      return reply.kind === 'line' ? reply.line.toString() : reply;
    };
    expect(await text('abc')).toBe('cba');
    expect(await text('检索')).toBe('索检');
    const tail = await run.finish();
    expect(tail.toString()).toBe('');
  });

  it.each<[string, string, object]>([
    ['ends', 'import sys; sys.stderr.write("sorry"); sys.exit(3)', { kind: 'exit', code: 3, signal: null }],
    ['is silent', 'import time; time.sleep(60)', { kind: 'timeout' }],
    ['closes its output and stays', 'import os, time; os.close(1); time.sleep(60)', { kind: 'timeout' }],
    ['prints no newline', 'while True: print("x" * 65536, end="")', { kind: 'too-long' }],
    ['prints bytes that are no text', 'import os; os.write(1, b"\\xff\\xfe\\n")', { kind: 'line' }],
    ['takes too much memory', 'x = bytearray(1 << 30)', { kind: 'exit', code: null, signal: 9 }],
  ])('a command that %s', async (_, script, reply) => {
    const run = await machine.startRun(['python3', '-c', script], { alone: true });
    expect(await run.exchange(Buffer.from('hello'), 4000)).toMatchObject(reply);
    await run.finish();
    expect(machine.isAlive).toBe(true);
    expect(await machine.digest('none')).toBeNull();
  });

  it('kills what a command left running, whatever it hid behind', async () => {
    const daemon =
      'import os, time\nif os.fork() == 0:\n os.setsid()\n if os.fork() == 0: time.sleep(600)\nprint("up")';
    const run = await machine.startRun(['python3', '-uc', daemon], { alone: true });
    expect(await run.exchange(Buffer.alloc(0), 5000)).toMatchObject({ kind: 'line' });
    await run.finish();
    expect(await shell(machine, 'pgrep -c python3')).toBe('1');
  });

  it('stills everything, and files can be read after', async () => {
    await machine.openTerminal('t1', 80, 24);
    await machine.typeInTerminal('t1', 'echo kept > kept; (while true; do date +%N > busy; done) &\n');
    const running = await machine.startRun(['sleep', '600'], { alone: false });
    await machine.still();
    expect(await machine.digest('busy')).toBe(await machine.digest('busy'));
    expect(await running.exchange(Buffer.alloc(0), 2000)).toMatchObject({ kind: 'exit', signal: 9 });
    expect(await shell(machine, 'pgrep -c sleep || true')).toBe('0');
  });

  it('says that it was killed, and refuses calls from then on', async () => {
    await made.engine.docker.getContainer(machine.id).kill();
    expect(await machine.ended).toMatchObject({ reason: 'exited', exitCode: 137, oomKilled: false });
    await expect(machine.digest('x')).rejects.toMatchObject({ code: 'MACHINE_LOST' });
    await expect(made.engine.reattach(machine.id)).rejects.toMatchObject({ code: 'MACHINE_LOST' });
  });
});
