import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { editorSettingsText, jsonSchemaText, kinds, schemaFile } from './json-schemas.ts';

const fromRoot = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

await mkdir(fromRoot('question-bank/schema'), { recursive: true });
await mkdir(fromRoot('.vscode'), { recursive: true });
for (const kind of kinds) {
  await writeFile(fromRoot(`question-bank/schema/${schemaFile(kind.name)}`), jsonSchemaText(kind));
}
await writeFile(fromRoot('.vscode/settings.json'), editorSettingsText());
console.log(
  `Wrote ${kinds.length} schemas to question-bank/schema and their places to .vscode/settings.json.`,
);
