import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditEvent, findPublicKey, LabSnapshot, Verdict, type LabSession } from '@ennead/persistence';
import { eventually } from '@ennead/testing';
import { LabSocketClose } from '@ennead/contracts';
import type { SignedVerdict } from '@ennead/contracts/internal';
import { verify } from '@ennead/signing';
import type { Runner } from '../src/start-runner.ts';
import { aLoadedLab, goodCode, secretAnswer, service } from './a-lab.ts';
import {
  aLabSession,
  aRunnerBed,
  graded,
  handIn,
  readSession,
  type OfferedLab,
  type RunnerBed,
} from './a-runner.ts';

describe('grading', () => {
  let bed: RunnerBed;
  let lab: OfferedLab;
  let runner: Runner;

  beforeAll(async () => {
    bed = await aRunnerBed();
    [lab] = (await bed.offer(aLoadedLab())) as [OfferedLab];
    runner = await bed.start();
  }, 120_000);
  afterAll(async () => {
    await runner.stop();
    await bed.close();
  });

  const verdictOf = ({ id }: LabSession) => bed.db.manager.findOneByOrFail(Verdict, { labSessionId: id });
  const signedPart = ({
    labSessionId,
    treeHash,
    planHash,
    secretsHash,
    number,
    fence,
    checks,
    scoreCents,
    gradedAt,
  }: Verdict): SignedVerdict => ({
    labSessionId,
    treeHash,
    planHash,
    secretsHash,
    number,
    fence,
    checks,
    scoreCents,
    gradedAt: gradedAt.toISOString(),
  });
  const handInWith = async (code: string): Promise<LabSession> => {
    const session = await aLabSession(bed.db, lab);
    const client = await bed.connect(runner.port, session);
    await client.next('machine', ({ state }) => state === 'ready');
    await client.write('main.py', code);
    await handIn(bed.db, session);
    expect(await client.closed).toBe(LabSocketClose.ended);
    return session;
  };

  it('gives every task what its cases earn, on record and signed', async () => {
    const session = await handInWith(goodCode);
    const row = await graded(bed.db, session);
    expect(row).toMatchObject({ scoreCents: 9000, machineId: null, gradedAt: expect.any(Date) });
    const verdict = await verdictOf(session);
    expect(verdict.checks.map(({ id, earnedCents }) => [id, earnedCents])).toEqual([
      ['first', 5000],
      ['second', 4000],
      ['third', 0],
    ]);
    expect(verdict.checks[2]?.cases).toEqual([
      { id: 'secret', passed: false, feedback: lab.suite.checks[2]?.cases[0]?.feedback },
    ]);
    const check = (altered: Partial<SignedVerdict>) =>
      verify('verdict', { ...signedPart(verdict), ...altered }, verdict.signature, (purpose, kid) =>
        findPublicKey(bed.db.manager, purpose, kid),
      );
    expect(await check({})).toBe('verified');
    for (const altered of [{ scoreCents: 10_000 }, { labSessionId: row.entryId }, { fence: 7 }])
      expect(await check(altered)).toBe('broken');
    const trail = await bed.db.manager.findBy(AuditEvent, { subjectId: session.id });
    expect(trail.map(({ action }) => action)).toEqual(['lab-session.graded']);
  }, 60_000);

  it.each<[string, string, number]>([
    [
      'prints a verdict and leaves',
      'print(\'{"passed": true, "scoreCents": 10000}\')\nraise SystemExit(0)',
      0,
    ],
    [
      'says what the judge might say',
      'print(\'{"id":1,"ok":{"line":"eyJzcXVhcmUiOjQ5fQ=="}}\', flush=True)\ninput()',
      0,
    ],
    [
      'makes everything equal',
      `import json, builtins\nclass Any(int):\n    __eq__ = lambda self, other: True\n${service('reply = {"square": Any(1), "sum": Any(1), "secret": "*"}')}`,
      0,
    ],
    [
      'writes to the descriptors of the agent',
      `import os\nfor fd in range(3, 20):\n    for pid in (1, os.getppid()):\n        try: os.write(os.open(f"/proc/{pid}/fd/{fd}", os.O_WRONLY), b'{"id":3,"ok":{"line":"eyJzcXVhcmUiOjQ5fQ=="}}\\n')\n        except OSError: pass\n${service('reply = {}')}`,
      0,
    ],
    [
      'looks for the answers in files, environments and memory',
      `import os, re\nfound = "nothing"\nfor place, _, names in os.walk("/"):\n    if place.startswith("/sys") or place.startswith("/usr"): continue\n    for name in names:\n        path = os.path.join(place, name)\n        if path.endswith("main.py") or not (os.path.isfile(path) or "environ" in name): continue\n        try: text = open(path, "rb").read(1 << 20)\n        except OSError: continue\n        if b"sword" + b"fish" in text: found = "${secretAnswer.replace('f', '" + "f')}"\n${service('reply = {"secret": found}')}`,
      0,
    ],
    ['is silent', 'import time\ntime.sleep(600)', 0],
    ['crashes', 'raise RuntimeError("no")', 0],
    ['prints without end', 'while True: print("y" * 1000)', 0],
    ['prints one endless line', 'while True: print("y" * 100000, end="")', 0],
    ['takes all memory', 'x = [bytearray(1 << 20) for _ in range(4096)]', 0],
    ['forks without end', 'import os\nwhile True:\n    try: os.fork()\n    except OSError: pass', 0],
    ['answers in bytes that are no text', 'import os\ninput()\nos.write(1, b"\\xff\\xfe{}\\n")\ninput()', 0],
    [
      'leaves a process that answers in its place',
      `import os, sys, time\nif os.fork() == 0:\n    os.setsid()\n    time.sleep(600)\n${goodCode}`,
      9000,
    ],
    [
      'kills all it can see',
      `import os, signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nfor pid in (1, os.getppid()):\n    try: os.kill(pid, signal.SIGKILL)\n    except OSError: pass\n${goodCode}`,
      9000,
    ],
  ])(
    'of code that %s',
    async (_, code, scoreCents) => {
      const session = await handInWith(code);
      expect((await graded(bed.db, session)).scoreCents).toBe(scoreCents);
    },
    90_000,
  );

  it('counts what was there at hand-in, and nothing after', async () => {
    const session = await aLabSession(bed.db, lab);
    const client = await bed.connect(runner.port, session);
    await client.next('machine', ({ state }) => state === 'ready');
    client.openTerminal();
    // A process of the candidate's that would improve the work later on.
    client.type(`(sleep 3; echo '${goodCode}' > main.py) & echo st""arted\n`);
    await client.shown('started');
    const { sha256 } = await client.read('main.py');
    await handIn(bed.db, session);
    client.save('main.py', goodCode, sha256);
    expect(await client.next('error')).toMatchObject({ code: 'LAB_SESSION_ENDED' });
    const row = await graded(bed.db, session);
    expect(row.scoreCents).toBe(0);
    const snapshot = await bed.db.manager.findOneByOrFail(LabSnapshot, { id: row.snapshotId! });
    expect(snapshot.cause).toBe('hand-in');
    expect((await verdictOf(session)).treeHash).toBe(snapshot.treeHash);
  }, 60_000);

  it('takes what the terminal wrote in the last moment', async () => {
    const session = await aLabSession(bed.db, lab);
    const client = await bed.connect(runner.port, session);
    await client.next('machine', ({ state }) => state === 'ready');
    client.openTerminal();
    client.type(`cat > main.py <<'END'\n${goodCode}END\necho wri""tten\n`);
    await client.shown('written');
    await handIn(bed.db, session);
    expect((await graded(bed.db, session)).scoreCents).toBe(9000);
  }, 60_000);

  it('happens at the deadline with the browser closed, and for work that was never begun', async () => {
    const [begun, untouched] = [
      await aLabSession(bed.db, lab, { secondsLeft: 6 }),
      await aLabSession(bed.db, lab, { secondsLeft: 1 }),
    ];
    const client = await bed.connect(runner.port, begun);
    await client.next('machine', ({ state }) => state === 'ready');
    await client.write('main.py', goodCode);
    client.close();
    expect(await graded(bed.db, untouched)).toMatchObject({ scoreCents: 0, handInCause: 'expiry', fence: 0 });
    const row = await graded(bed.db, begun);
    expect(row).toMatchObject({ scoreCents: 9000, handInCause: 'expiry', handedInAt: row.deadlineAt });
    const trail = await bed.db.manager.find(AuditEvent, {
      where: { subjectId: begun.id },
      order: { id: 'ASC' },
    });
    expect(trail.map(({ action }) => action)).toEqual(['lab-session.handed-in', 'lab-session.graded']);
  }, 60_000);

  it('is done again, and never counted as nothing, when the machine is taken away', async () => {
    const before = new Set((await bed.engine.machines()).map(({ id }) => id));
    const slow = goodCode.replace('import sys, json', 'import sys, json, time; time.sleep(1.5)');
    const session = await aLabSession(bed.db, lab);
    const client = await bed.connect(runner.port, session);
    await client.next('machine', ({ state }) => state === 'ready');
    await client.write('main.py', slow);
    const { machineId } = await readSession(bed.db, session);
    await handIn(bed.db, session);
    await client.closed;
    // Everything but the candidate's own machine, which is gone: the judge's among it.
    await eventually(async () => !(await bed.engine.machines()).some(({ id }) => id === machineId));
    for (const id of before)
      await bed.engine.docker
        .getContainer(id)
        .kill()
        .catch(() => undefined);
    const row = await graded(bed.db, session);
    expect(row.scoreCents).toBe(9000);
    expect(await bed.db.manager.countBy(Verdict, { labSessionId: session.id })).toBe(1);
  }, 90_000);
});
