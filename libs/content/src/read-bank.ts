import { ContentPage, Letter, Role, Rubric, Scheme, Standard } from '@ennead/contracts';
import { Blueprint, Topic } from '@ennead/contracts/internal';
import type { z } from 'zod';
import type { Fault } from './fault.ts';
import type { Parsed, Source } from './read-yaml.ts';
import { parseSource, readYaml } from './read-yaml.ts';
import type { FoundFile } from './walk-files.ts';
import { walkFiles } from './walk-files.ts';

/** All files of one kind. `complete` is false when any of them could not be read or fails its schema. */
export interface Shelf<T> {
  readonly parsed: readonly Parsed<T>[];
  readonly sources: readonly Source[];
  readonly complete: boolean;
}

export interface Bank {
  readonly standards: Shelf<Standard>;
  readonly roles: Shelf<Role>;
  readonly schemes: Shelf<Scheme>;
  readonly topics: Shelf<Topic>;
  readonly blueprints: Shelf<Blueprint>;
  readonly rubrics: Shelf<Rubric>;
  readonly letters: Shelf<Letter>;
  readonly pages: Shelf<ContentPage>;
}

const places = {
  standards: { pattern: /^standard\/standard\.yaml$/, schema: Standard },
  roles: { pattern: /^standard\/roles\/[^/]+\.yaml$/, schema: Role },
  schemes: { pattern: /^schemes\/[^/]+\.yaml$/, schema: Scheme },
  topics: { pattern: /^items\/[^/]+\/[^/]+\/[^/]+\.yaml$/, schema: Topic },
  blueprints: { pattern: /^blueprints\/[^/]+\.yaml$/, schema: Blueprint },
  rubrics: { pattern: /^rubrics\/[^/]+\.yaml$/, schema: Rubric },
  letters: { pattern: /^letters\/[^/]+\.yaml$/, schema: Letter },
  pages: { pattern: /^pages\/[^/]+\.yaml$/, schema: ContentPage },
} as const;

/**
 * Reads every YAML file of the question bank and checks each against its schema.
 * @param prefix what the file names of faults start with
 */
export async function readBank(questionBankDir: string, prefix: string, faults: Fault[]): Promise<Bank> {
  const files = (await walkFiles(questionBankDir)).filter(({ path }) => /\.ya?ml$/i.test(path));
  faults.push(...files.filter(isMisplaced).map(({ path }) => misplaced(`${prefix}${path}`)));
  const shelve = <S extends z.ZodType>({ pattern, schema }: { pattern: RegExp; schema: S }) =>
    readShelf(
      files.filter(({ path }) => pattern.test(path)),
      schema,
      prefix,
      faults,
    );
  return {
    standards: await shelve(places.standards),
    roles: await shelve(places.roles),
    schemes: await shelve(places.schemes),
    topics: await shelve(places.topics),
    blueprints: await shelve(places.blueprints),
    rubrics: await shelve(places.rubrics),
    letters: await shelve(places.letters),
    pages: await shelve(places.pages),
  };
}

async function readShelf<S extends z.ZodType>(
  files: readonly FoundFile[],
  schema: S,
  prefix: string,
  faults: Fault[],
): Promise<Shelf<z.infer<S>>> {
  const sources: Source[] = [];
  const parsed: Parsed<z.infer<S>>[] = [];
  for (const file of files) {
    const source = await readYaml(file.absolute, `${prefix}${file.path}`, faults);
    if (!source) continue;
    sources.push(source);
    const value = parseSource(schema, source, faults);
    if (value) parsed.push(value);
  }
  return { parsed, sources, complete: parsed.length === files.length };
}

const isMisplaced = ({ path }: FoundFile): boolean =>
  !Object.values(places).some(({ pattern }) => pattern.test(path));

const misplaced = (file: string): Fault => ({
  file,
  line: 1,
  message: 'this file is in no place that is read',
  fix:
    'move it to standard/standard.yaml, standard/roles/<role>.yaml, schemes/, items/<role>/<level>/<topic>.yaml, ' +
    'blueprints/, rubrics/, letters/ or pages/, with the ending .yaml',
});
