import { WorkspacePath } from '@ennead/contracts';
import type { LabSuite } from '@ennead/contracts/internal';
import type { Fault } from './fault.ts';
import { faultAt } from './fault.ts';
import { findRepeats } from './find-repeats.ts';
import { checkCompetencyRef } from './known-competencies.ts';
import type { LabFolder } from './read-lab.ts';
import type { Parsed, Path } from './read-yaml.ts';

/** A lab's parts agree with one another and with its folder. */
export function checkLab(folder: LabFolder, known: ReadonlySet<string>): Fault[] {
  const { lab, suite, visible } = folder;
  const tasks = lab?.value.tasks.map(({ id }) => id) ?? null;
  return [
    ...checkHead(folder, known),
    ...checkStarter(folder),
    ...checkExpectations(folder),
    ...(suite ? [...checkSuite(suite, tasks), ...checkEveryTaskGraded(suite, tasks)] : []),
    ...(visible ? checkSuite(visible, tasks) : []),
  ];
}

function checkHead({ name, lab, starter }: LabFolder, known: ReadonlySet<string>): Fault[] {
  if (!lab) return [];
  const { id, role, tasks, openFiles } = lab.value;
  const faults: Fault[] = [];
  if (id !== name) {
    faults.push(
      faultAt(lab, ['id'], `the lab is \`${id}\` but its folder is ${name}`, `write \`id: ${name}\``),
    );
  }
  if (role !== name.split('/')[0]) {
    const fix = 'move the lab to the folder of its role, or correct the role';
    faults.push(faultAt(lab, ['role'], `the role is \`${role}\` but the folder is ${name}`, fix));
  }
  const points = tasks.reduce((sum, task) => sum + task.points, 0);
  if (points !== 100) {
    faults.push(faultAt(lab, ['tasks'], `the points of the tasks sum to ${points}`, 'make them sum to 100'));
  }
  openFiles.forEach((path, index) => {
    if (starter.some((file) => file.path === path)) return;
    faults.push(faultAt(lab, ['openFiles', index], `starter/ has no \`${path}\``, 'name a file of starter/'));
  });
  const named = tasks.map((task, index) => ({ id: task.id, source: lab, path: ['tasks', index, 'id'] }));
  const references = tasks.flatMap((task, index) =>
    checkCompetencyRef(
      known,
      { role, dimension: 'skills' },
      lab,
      ['tasks', index, 'competency'],
      task.competency,
    ),
  );
  return [...faults, ...findRepeats('the task', named), ...references];
}

function checkStarter({ prefix, lab, starter }: LabFolder): Fault[] {
  const fault = (file: string, message: string, fix: string) => ({ file, line: 1, message, fix });
  const unfit = starter
    .filter(({ path }) => !WorkspacePath.safeParse(path).success)
    .map(({ path }) =>
      fault(`${prefix}starter/${path}`, 'no path of a workspace', 'give it a shorter, plain name'),
    );
  if (!lab) return unfit;
  const { workspaceMb, workspaceFiles } = lab.value.limits;
  const bytes = starter.reduce((sum, file) => sum + file.bytes.byteLength, 0);
  if (bytes <= (workspaceMb * 1024 * 1024) / 2 && starter.length <= workspaceFiles / 2) return unfit;
  const message = `${starter.length} files of ${bytes} bytes fill more than half of the workspace`;
  return [...unfit, fault(`${prefix}starter`, message, 'shrink the starter or raise the limits in lab.yaml')];
}

function checkExpectations({ expectations, wrongSolutions }: LabFolder): Fault[] {
  if (!expectations) return [];
  const { wrong } = expectations.value;
  const named = wrong.map(({ name }, index) => ({
    id: name,
    source: expectations,
    path: ['wrong', index, 'name'],
  }));
  const unwritten = named
    .filter(({ id }) => !wrongSolutions.includes(id))
    .map(({ id, path }) =>
      faultAt(expectations, path, `there is no solution/wrong/${id}`, 'write it, or take its name away'),
    );
  const unnamed = wrongSolutions
    .filter((name) => !named.some(({ id }) => id === name))
    .map((name) =>
      faultAt(expectations, ['wrong'], `solution/wrong/${name} has no score`, 'say what it must score'),
    );
  return [...findRepeats('the wrong solution', named), ...unwritten, ...unnamed];
}

function checkSuite(suite: Parsed<LabSuite>, tasks: readonly string[] | null): Fault[] {
  const { checks } = suite.value;
  const named = checks.map(({ task }, index) => ({
    id: task,
    source: suite,
    path: ['checks', index, 'task'],
  }));
  const dangling = named
    .filter(({ id }) => tasks && !tasks.includes(id))
    .map(({ id, path }) => faultAt(suite, path, `lab.yaml has no task \`${id}\``, 'use the id of a task'));
  const cases = checks.flatMap((check, checkIndex) =>
    findRepeats(
      'the case',
      check.cases.map(({ id }, index) => ({
        id,
        source: suite,
        path: ['checks', checkIndex, 'cases', index, 'id'],
      })),
    ),
  );
  const exchanges = checks.flatMap((check, checkIndex) =>
    check.cases.flatMap((one, caseIndex) =>
      one.exchanges.flatMap((_, index) =>
        checkExchange(suite, ['checks', checkIndex, 'cases', caseIndex, 'exchanges', index]),
      ),
    ),
  );
  return [...findRepeats('the check of task', named), ...dangling, ...cases, ...exchanges];
}

/** Judged by what the file says: by now the content of a sent file stands in `send`. */
function checkExchange(suite: Parsed<LabSuite>, path: Path): Fault[] {
  const raw = path.reduce<unknown>(
    (value, key) => (Object(value) as Record<PropertyKey, unknown>)[key],
    suite.raw,
  );
  const ways = ['send', 'sendFile', 'sendText'].filter((way) => way in Object(raw));
  if (ways.length === 1) return [];
  const message = ways.length === 0 ? 'nothing is sent' : `${ways.join(' and ')} exclude each other`;
  return [faultAt(suite, path, message, 'give exactly one of send, sendFile and sendText')];
}

function checkEveryTaskGraded(suite: Parsed<LabSuite>, tasks: readonly string[] | null): Fault[] {
  return (tasks ?? [])
    .filter((task) => !suite.value.checks.some((check) => check.task === task))
    .map((task) => faultAt(suite, ['checks'], `nothing grades the task \`${task}\``, 'add a check of it'));
}
