import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { editorSettingsText, jsonSchemaText, kinds, schemaFile } from '@ennead/content';
import { ROOT } from '@ennead/provision';

const SCHEMAS = path.join(ROOT, 'question-bank/schema');
const EDITOR = path.join(ROOT, '.vscode');

await mkdir(SCHEMAS, { recursive: true });
await mkdir(EDITOR, { recursive: true });
for (const kind of kinds) await writeFile(path.join(SCHEMAS, schemaFile(kind.name)), jsonSchemaText(kind));
await writeFile(path.join(EDITOR, 'settings.json'), editorSettingsText());
console.log(
  `Wrote ${kinds.length} schemas to question-bank/schema and their places to .vscode/settings.json.`,
);
