import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

export const WEB_DIR = path.join(ROOT, 'apps/web');
export const LAB_BASE_DIR = path.join(ROOT, 'docker/lab-base');

/** The commands of the other workspaces, by what they do. */
export const SCRIPTS = {
  api: 'apps/api/src/main.ts',
  migrate: 'apps/api/src/migrate.ts',
  seedDemo: 'apps/api/src/seed-demo.ts',
  createAdmin: 'apps/api/src/create-admin.ts',
  runner: 'apps/runner/src/main.ts',
  contentCheck: 'libs/content/src/check.ts',
  bench: 'bench/main.ts',
} as const;

/** Words after `node` that run one of these TypeScript files. */
export function nodeArgs(script: string, ...args: readonly string[]): string[] {
  return ['--import', '@swc-node/register/esm-register', path.join(ROOT, script), ...args];
}

/** A program of an npm package. */
export function packageProgram(name: string): string {
  return path.join(ROOT, 'node_modules/.bin', name);
}
