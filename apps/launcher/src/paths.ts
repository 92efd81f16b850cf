import path from 'node:path';
import { ROOT } from '@ennead/provision';

export const WEB_DIR = path.join(ROOT, 'apps/web');
export const LAB_BASE_DIR = path.join(ROOT, 'docker/lab-base');

/** The TypeScript files of the other workspaces that run as processes, by what they do. */
export const SCRIPTS = {
  api: path.join(ROOT, 'apps/api/src/main.ts'),
  publishContent: path.join(ROOT, 'apps/api/src/publish-content.ts'),
  publishKeys: path.join(ROOT, 'apps/api/src/publish-keys.ts'),
  migrate: path.join(ROOT, 'apps/api/src/migrate.ts'),
  seedDemo: path.join(ROOT, 'apps/api/src/seed-demo.ts'),
  createAdmin: path.join(ROOT, 'apps/api/src/create-admin.ts'),
  copyStorage: path.join(ROOT, 'apps/api/src/copy-storage.ts'),
  runner: path.join(ROOT, 'apps/runner/src/main.ts'),
  worker: path.join(ROOT, 'apps/worker/src/main.ts'),
  contentCheck: path.join(ROOT, 'libs/content/src/check.ts'),
  bench: path.join(ROOT, 'bench/main.ts'),
};

/** A program of an npm package. */
export function packageProgram(name: string): string {
  return path.join(ROOT, 'node_modules/.bin', name);
}
