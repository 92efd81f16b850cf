import { fileURLToPath } from 'node:url';
import { loadContent, type Content } from '@ennead/content';

export const CONTENT = Symbol('Content');

const fromRoot = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));

/** @throws ContentFaults naming every fault by file and line: a server with faulty content does not start. */
export const readContent = (): Promise<Content> =>
  loadContent({ questionBankDir: fromRoot('question-bank'), labsDir: fromRoot('labs') });
