import path from 'node:path';
import { ROOT } from '@ennead/provision';

export const WEB_DIR = path.join(ROOT, 'apps/web');
export const LAB_BASE_DIR = path.join(ROOT, 'docker/lab-base');

/** A program of an npm package. */
export function packageProgram(name: string): string {
  return path.join(ROOT, 'node_modules/.bin', name);
}
