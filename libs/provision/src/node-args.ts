import { fileURLToPath } from 'node:url';

const REGISTER = new URL('./typescript/register.mjs', import.meta.url).href;

/** Words after `node` that run a TypeScript file (absolute path) of this checkout with these arguments. */
export function nodeArgs(file: string, ...args: readonly string[]): string[] {
  return ['--import', REGISTER, file, ...args];
}

/** The checkout that this file is in. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '');
