import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anEngine, shell } from '../test/a-machine.ts';
import type { Machine } from './machine.ts';

/** Every attack is run for real; what it must end in stands beside it. */
describe('a machine holds', () => {
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

  it.each<[string, string, RegExp]>([
    [
      'a full workspace',
      'head -c 64M /dev/zero > big; stat -c %s big; echo x > more',
      /No space left|File too large/,
    ],
    ['a full /tmp', 'for i in 1 2 3; do head -c 7M /dev/zero > /tmp/$i; done', /No space left/],
    ['a full /dev/shm', 'for i in 1 2; do head -c 7M /dev/zero > /dev/shm/$i; done', /No space left/],
    ['files without end', 'for i in $(seq 1000); do : > f$i || break; done', /No space left/],
    ['a sparse file', 'truncate -s 10G sparse', /File too large/],
    ['a write to the root', 'touch /x; echo x > /etc/passwd; echo x > /usr/bin/ls', /Read-only file system/],
    [
      'a write to the agent',
      'echo x > /opt/ennead/agent/__main__.py',
      /Read-only file system|Permission denied/,
    ],
    ['a new name space', 'unshare -Ur id', /Operation not permitted/],
    ['a mount', 'mount -t tmpfs none /mnt', /permission denied|must be superuser/i],
    ['the kernel core', 'head -c 1 /proc/kcore', /Permission denied|No such file/],
    [
      "the agent's descriptors",
      'ls /proc/1/fd; echo {} > /proc/1/fd/1; echo {} > /proc/1/fd/0',
      /Permission denied/,
    ],
    ["the agent's memory", 'head -c 1 /proc/1/mem; cat /proc/1/environ', /Permission denied/],
    [
      'a network',
      'curl -m 2 -sS http://169.254.169.254/ 2>&1',
      /Could not connect|Network is unreachable|Failed to connect/,
    ],
  ])('%s', async (_, attack, refusal) => {
    expect(await shell(machine, `(${attack}) 2>&1`)).toMatch(refusal);
    expect(machine.isAlive).toBe(true);
    expect(await machine.digest('none')).toBeNull();
  });

  it('has no capability, no way to gain one, no way out but loopback', async () => {
    const status = await shell(
      machine,
      "grep -E '^(CapEff|CapBnd|NoNewPrivs|Seccomp):' /proc/self/status | tr -s '\\t ' ' '",
    );
    expect(status.split('\n')).toEqual([
      'CapEff: 0000000000000000',
      'CapBnd: 0000000000000000',
      'NoNewPrivs: 1',
      'Seccomp: 2',
    ]);
    expect(await shell(machine, 'ls /sys/class/net')).toBe('lo');
    expect(await shell(machine, 'find / -xdev -perm /6000 -type f 2>/dev/null')).toBe('');
    expect(await shell(machine, 'ls /var/run/docker.sock /run/docker.sock 2>&1 | grep -vc cannot')).toBe('0');
  });

  it('the host and its neighbours out of sight', async () => {
    const neighbour = await made.start();
    expect(await shell(machine, "cat /proc/[0-9]*/cmdline | tr '\\0' ' '")).not.toMatch(
      /dockerd|node|containerd/,
    );
    expect(await shell(machine, "cat /proc/1/cmdline | tr '\\0' ' '")).toContain('/opt/ennead/agent');
    expect(await shell(machine, 'env | cut -d= -f1 | sort')).toBe(
      [
        'HOME',
        'HOSTNAME',
        'LANG',
        'PATH',
        'PWD',
        'PYTHONDONTWRITEBYTECODE',
        'SHELL',
        'SHLVL',
        'USER',
        '_',
      ].join('\n'),
    );
    await neighbour.destroy();
  });

  it('signals to its agent', async () => {
    await shell(machine, 'for s in KILL STOP TERM INT HUP QUIT SEGV ABRT; do kill -$s 1; done 2>/dev/null');
    expect(await machine.digest('none')).toBeNull();
  });

  it('a fork bomb, which is gone when its command is', async () => {
    const bomb = 'import os\nwhile True:\n try: os.fork()\n except OSError: pass';
    const run = await machine.startRun(['python3', '-c', bomb], { alone: true });
    expect(await run.exchange(Buffer.alloc(0), 1500)).toMatchObject({ kind: 'timeout' });
    const stats = await made.engine.docker.getContainer(machine.id).stats({ stream: false });
    expect(stats.pids_stats?.current).toBeLessThanOrEqual(48);
    await run.finish();
    expect(await shell(machine, 'pgrep -c python3')).toBe('1');
  });

  it('a memory hog, which dies alone', async () => {
    expect(await shell(machine, "python3 -c 'x = bytearray(1 << 30)' 2>&1; echo $?")).toMatch(
      /137|MemoryError/,
    );
    expect(await machine.digest('none')).toBeNull();
  });

  it('leaves no log on the host', async () => {
    const { LogPath, HostConfig } = await made.engine.docker.getContainer(machine.id).inspect();
    expect(LogPath).toBe('');
    expect(HostConfig.LogConfig?.Type).toBe('none');
  });
});
