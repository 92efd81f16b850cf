import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The checkout that this is run in, whether from its sources or from what was built of them. */
export const ROOT = findRoot(import.meta.dirname);
const PROGRAMS = path.join(ROOT, 'dist/programs');
/** Where the web is built. */
export const BUILT_WEB = path.join(ROOT, 'dist/web');

/**
 * Words after `node` that run a program of ours: `programArgs('api', 'migrate')` for what was built of
 * `apps/api/src/commands/migrate.ts`, and `main` for the `main.ts` of an app.
 */
export function programArgs(app: string, name: string, ...args: readonly string[]): string[] {
  return [path.join(PROGRAMS, app, `${name}.js`), ...args];
}

/** Changes whenever the program does, or anything of ours that it imports. */
export function programDigest(app: string, name: string): string {
  const record = JSON.parse(readFileSync(path.join(PROGRAMS, 'build.json'), 'utf8')) as {
    programs: Record<string, string>;
  };
  const digest = record.programs[`${app}/${name}`];
  if (!digest) throw new Error(`There is no program ${app}/${name}.`);
  return digest;
}

function findRoot(folder: string): string {
  if (existsSync(path.join(folder, 'package-lock.json'))) return folder;
  if (folder === path.dirname(folder)) throw new Error('This is run outside of a checkout of Ennead.');
  return findRoot(path.dirname(folder));
}
