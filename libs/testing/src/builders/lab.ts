import type { Lab } from '@ennead/contracts';
import type { LabExpectations, LabSuite } from '@ennead/contracts/internal';
import { aText } from './text.ts';

/** A lab of two tasks, 60 and 40 points. */
export const aLab = (overrides: Partial<Lab> = {}): Lab => ({
  id: 'application-engineer/mend-it',
  version: 1,
  role: 'application-engineer',
  level: 'junior',
  title: aText('Mend it'),
  summary: aText('Mend what is broken.'),
  durationSec: 2_700,
  limits: { memoryMb: 256, cpus: 1, pids: 64, workspaceMb: 16, workspaceFiles: 256 },
  openFiles: ['main.py'],
  tasks: [
    {
      id: 'first',
      competency: 'application-engineer.skills.topic-1',
      points: 60,
      title: aText('First'),
      text: aText('Do this.'),
    },
    {
      id: 'second',
      competency: 'application-engineer.skills.topic-2',
      points: 40,
      title: aText('Second'),
      text: aText('Then that.'),
    },
  ],
  ...overrides,
});

const aCheck = (task: string): LabSuite['checks'][number] => ({
  task,
  cases: [
    {
      id: 'answers',
      weight: 1,
      timeoutSec: 10,
      exchanges: [{ send: { op: task }, expect: [{ at: '/ok', equals: true }] }],
      feedback: aText('It should answer.'),
    },
  ],
});

export const aLabSuite = (overrides: Partial<LabSuite> = {}): LabSuite => ({
  version: 1,
  command: ['python3', 'main.py'],
  checks: [aCheck('first'), aCheck('second')],
  ...overrides,
});

export const someLabExpectations = (overrides: Partial<LabExpectations> = {}): LabExpectations => ({
  reference: { scoreCents: 10_000 },
  starter: { scoreCents: 0 },
  wrong: [
    { name: 'off-by-one', why: aText('Stops one too early.'), scoreCents: 6_000 },
    { name: 'no-second', why: aText('Leaves the second task.'), scoreCents: 6_000 },
  ],
  ...overrides,
});
