import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { aContentTree } from '@ennead/testing/builders';
import { z } from 'zod';
import { editorSettingsText, jsonSchemaText, kinds, schemaFile } from './json-schemas.ts';

const repository = (path: string) =>
  readFile(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8');
const patternOf = (glob: string) => new RegExp(`^${glob.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}$`);

describe('JSON Schemas for editors', () => {
  // When one of these fails: npm run content:schema
  it.each(kinds.map((kind) => [kind.name, kind] as const))('%s is up to date', async (name, kind) => {
    expect(await repository(`question-bank/schema/${schemaFile(name)}`)).toBe(jsonSchemaText(kind));
  });

  it('the places of the schemas are up to date', async () => {
    expect(await repository('.vscode/settings.json')).toBe(editorSettingsText());
  });

  it('accept what the loader accepts, and every YAML file has one', () => {
    const tree = Object.entries(aContentTree()).filter(([path]) => path.endsWith('.yaml'));
    for (const [path, value] of tree) {
      const kind = kinds.find(({ files }) => files.some((glob) => patternOf(glob).test(path)));
      expect(kind).toBeDefined();
      const schema = z.fromJSONSchema(JSON.parse(jsonSchemaText(kind!)));
      expect({ path, issues: schema.safeParse(value).error?.issues }).toEqual({ path, issues: undefined });
      expect(schema.safeParse({ ...(value as object), surplus: 1 }).success).toBe(false);
    }
  });
});
