import { fileURLToPath } from 'node:url';
import { loadContent, type LoadedLab } from '@ennead/content';

/** The labs this runner holds machines for, by id. */
export type Labs = ReadonlyMap<string, LoadedLab>;

export const LABS = Symbol('Labs');

const fromRoot = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));

/** @throws ContentFaults naming every fault by file and line: a runner with faulty labs does not start. */
export const readLabs = async (): Promise<Labs> =>
  (await loadContent({ questionBankDir: fromRoot('question-bank'), labsDir: fromRoot('labs') })).labs;
