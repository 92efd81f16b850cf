import type { LoadedLab } from '@ennead/content';
import type { LabSuite } from '@ennead/contracts/internal';
import { aLab, aText, someLabExpectations } from '@ennead/testing/builders';

export const secretAnswer = 'swordfish-4711';

/** Answers every line by Python code that gets `ask` and gives a reply. */
export const service = (body: string): string =>
  `import sys, json\nfor line in sys.stdin:\n    ask = json.loads(line)\n    ${body}\n    print(json.dumps(reply), flush=True)\n`;

export const starterCode = service('reply = {"ok": False}');
/** Full marks but for the one case nobody can know the answer of. */
export const goodCode = service(
  'reply = {"square": ask["n"] ** 2} if "n" in ask else {"sum": sum(ask["add"])} if "add" in ask else {"secret": "?"}',
);

const oneCase = (id: string, send: object, at: string, equals: string | number) => ({
  id,
  weight: 1,
  timeoutSec: 3,
  exchanges: [{ send: send as never, expect: [{ at, equals }] }],
  feedback: aText(`The case ${id} does not hold.`),
});

const visible: LabSuite = {
  version: 1,
  command: ['python3', 'main.py'],
  checks: [{ task: 'first', cases: [oneCase('three', { n: 3 }, '/square', 9)] }],
};

/** Squares (50 points), a sum over two exchanges (40) and a secret (10). */
const suite: LabSuite = {
  version: 1,
  command: ['python3', 'main.py'],
  checks: [
    {
      task: 'first',
      cases: [oneCase('seven', { n: 7 }, '/square', 49), oneCase('twelve', { n: 12 }, '/square', 144)],
    },
    {
      task: 'second',
      cases: [
        {
          ...oneCase('sums', {}, '', 0),
          exchanges: [
            { send: { add: [1, 2, 3] }, expect: [{ at: '/sum', equals: 6 }] },
            { send: { add: [] }, expect: [{ at: '/sum', equals: 0 }] },
          ],
        },
      ],
    },
    { task: 'third', cases: [oneCase('secret', { ask: 'secret' }, '/secret', secretAnswer)] },
  ],
};

/** A lab of three tasks whose image is the plain base. */
export const aLoadedLab = (): LoadedLab => {
  const lab = aLab();
  const [first, second] = lab.tasks;
  const tasks = [
    { ...first!, points: 50 },
    { ...second!, points: 40 },
    { ...second!, id: 'third', points: 10 },
  ];
  return {
    lab: {
      ...lab,
      tasks,
      limits: { memoryMb: 96, cpus: 1, pids: 48, workspaceMb: 8, workspaceFiles: 256 },
    },
    dir: 'nowhere',
    environment: [{ path: 'Dockerfile', bytes: Buffer.from('FROM ennead/lab-base:1\n'), executable: false }],
    suite,
    visible,
    starter: [
      { path: 'main.py', bytes: Buffer.from(starterCode), executable: false },
      { path: 'docs/notes.md', bytes: Buffer.from('# 说明\n'), executable: false },
    ],
    instructions: aText('Do it.'),
    expectations: someLabExpectations(),
  };
};
