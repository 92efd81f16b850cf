import { expect, it } from '@jest/globals';
import { languageOf } from './language-of.ts';

it.each([
  ['retrieval/text.py', 'python'],
  ['README.md', 'markdown'],
  ['corpus/documents.json', 'javascript'],
  ['environment/Dockerfile', 'dockerfile'],
  ['NOTES.TXT', 'plaintext'],
  ['bin/run', 'plaintext'],
  ['py', 'plaintext'],
  ['a.b/constructor', 'plaintext'],
])('%s is %s', (path, language) => {
  expect(languageOf(path)).toBe(language);
});
