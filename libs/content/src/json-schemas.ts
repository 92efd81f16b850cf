import { ContentPage, Lab, Letter, Role, Rubric, Scheme, Standard } from '@ennead/contracts';
import { Blueprint, LabExpectations, LabSuite, Topic } from '@ennead/contracts/internal';
import { z } from 'zod';

/** Each kind of YAML file: the name of its schema, where such files lie, and what they must satisfy. */
export const kinds = [
  { name: 'standard', files: ['question-bank/standard/standard.yaml'], schema: Standard },
  { name: 'role', files: ['question-bank/standard/roles/*.yaml'], schema: Role },
  { name: 'scheme', files: ['question-bank/schemes/*.yaml'], schema: Scheme },
  { name: 'topic', files: ['question-bank/items/*/*/*.yaml'], schema: Topic },
  { name: 'blueprint', files: ['question-bank/blueprints/*.yaml'], schema: Blueprint },
  { name: 'rubric', files: ['question-bank/rubrics/*.yaml'], schema: Rubric },
  { name: 'letter', files: ['question-bank/letters/*.yaml'], schema: Letter },
  { name: 'page', files: ['question-bank/pages/*.yaml'], schema: ContentPage },
  { name: 'lab', files: ['labs/*/*/lab.yaml'], schema: Lab },
  {
    name: 'lab-suite',
    files: ['labs/*/*/checks/visible.yaml', 'labs/*/*/grader/suite.yaml'],
    schema: LabSuite,
  },
  { name: 'lab-expectations', files: ['labs/*/*/solution/expected.yaml'], schema: LabExpectations },
] as const;

export const schemaFile = (name: string): string => `${name}.schema.json`;

/** Text of the JSON Schema (draft 7, which YAML editors understand) of one kind of file. */
export function jsonSchemaText({ name, schema }: (typeof kinds)[number]): string {
  const body = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  return `${JSON.stringify({ ...body, title: name }, null, 2)}\n`;
}

/** Text of the editor's settings that tie each kind of file to its schema, laid out as the formatter would. */
export function editorSettingsText(): string {
  const entries = kinds.map(({ name, files }) => {
    const globs = files.map((glob) => JSON.stringify(glob));
    const key = `    "./question-bank/schema/${schemaFile(name)}": [`;
    const line = `${key}${globs.join(', ')}]`;
    return line.length < 110 ? line : `${key}\n      ${globs.join(',\n      ')}\n    ]`;
  });
  return `{\n  "yaml.schemas": {\n${entries.join(',\n')}\n  }\n}\n`;
}
