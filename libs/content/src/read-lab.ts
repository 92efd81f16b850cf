import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locale } from '@ennead/contracts';
import { Lab } from '@ennead/contracts';
import { LabExpectations, type LabFile, LabSuite } from '@ennead/contracts/internal';
import type { z } from 'zod';
import type { Fault } from './fault.ts';
import { readSentFiles } from './read-sent-files.ts';
import type { Parsed } from './read-yaml.ts';
import { parseSource, readYaml } from './read-yaml.ts';
import type { FoundFile } from './walk-files.ts';
import { walkFiles } from './walk-files.ts';

/** What could be read of a lab's folder; null where it could not. */
export interface LabFolder {
  /** '<role>/<slug>' */
  readonly name: string;
  readonly dir: string;
  /** What the file names of faults start with. */
  readonly prefix: string;
  readonly lab: Parsed<Lab> | null;
  readonly suite: Parsed<LabSuite> | null;
  readonly visible: Parsed<LabSuite> | null;
  readonly expectations: Parsed<LabExpectations> | null;
  readonly instructions: Readonly<Record<Locale, string>>;
  readonly starter: readonly LabFile[];
  readonly environment: readonly LabFile[];
  readonly wrongSolutions: readonly string[];
}

export async function readLab(
  labsDir: string,
  labsPrefix: string,
  name: string,
  faults: Fault[],
): Promise<LabFolder> {
  const dir = join(labsDir, name);
  const prefix = `${labsPrefix}${name}/`;
  const read = <S extends z.ZodType>(schema: S, path: string) => readPart(schema, dir, prefix, path, faults);
  const [environment, starter, solutions] = await Promise.all(
    ['environment', 'starter', 'solution'].map((folder) => walkFiles(join(dir, folder))),
  );
  faults.push(
    ...specialFiles(`${prefix}environment/`, environment!),
    ...specialFiles(`${prefix}starter/`, starter!),
  );
  if (!environment!.some(({ path }) => path === 'Dockerfile'))
    faults.push(absent(`${prefix}environment/Dockerfile`));
  return {
    name,
    dir,
    prefix,
    lab: await read(Lab, 'lab.yaml'),
    suite: await readSentFiles(await read(LabSuite, 'grader/suite.yaml'), join(dir, 'grader'), faults),
    visible: await readSentFiles(await read(LabSuite, 'checks/visible.yaml'), join(dir, 'checks'), faults),
    expectations: await read(LabExpectations, 'solution/expected.yaml'),
    instructions: {
      'zh-CN': await readInstructions(dir, prefix, 'zh-CN', faults),
      en: await readInstructions(dir, prefix, 'en', faults),
    },
    starter: await readFiles(starter!),
    environment: await readFiles(environment!),
    wrongSolutions: [
      ...new Set(solutions!.flatMap(({ path }) => /^wrong\/([^/]+)\//.exec(path)?.slice(1, 2) ?? [])),
    ],
  };
}

async function readPart<S extends z.ZodType>(
  schema: S,
  dir: string,
  prefix: string,
  path: string,
  faults: Fault[],
): Promise<Parsed<z.infer<S>> | null> {
  if (!(await isFile(join(dir, path)))) {
    faults.push(absent(`${prefix}${path}`));
    return null;
  }
  const source = await readYaml(join(dir, path), `${prefix}${path}`, faults);
  return source && parseSource(schema, source, faults);
}

async function readInstructions(
  dir: string,
  prefix: string,
  locale: Locale,
  faults: Fault[],
): Promise<string> {
  const path = `instructions.${locale}.md`;
  const text = (await isFile(join(dir, path))) ? await readFile(join(dir, path), 'utf8') : '';
  if (text.trim() === '') faults.push(absent(`${prefix}${path}`));
  return text;
}

const readFiles = (found: readonly FoundFile[]): Promise<LabFile[]> =>
  Promise.all(
    found
      .filter(({ special }) => !special)
      .map(async ({ path, absolute }) => ({
        path,
        bytes: await readFile(absolute),
        executable: ((await stat(absolute)).mode & 0o100) !== 0,
      })),
  );

const specialFiles = (prefix: string, files: readonly FoundFile[]): Fault[] =>
  files
    .filter(({ special }) => special)
    .map(({ path }) => ({
      file: `${prefix}${path}`,
      line: 1,
      message: 'not a plain file',
      fix: 'replace it with a plain file: links are never followed',
    }));

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

const absent = (file: string): Fault => ({
  file,
  line: 1,
  message: 'the file is missing or empty',
  fix: 'write it',
});
