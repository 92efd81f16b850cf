import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { BUILT_WEB, describeExit, ROOT, runToEnd, type Steps } from '@ennead/provision';
import { hashTree } from './hash-tree.ts';
import { packageProgram, WEB_DIR } from './paths.ts';

const INPUTS = ['apps/web', 'libs/contracts', 'package-lock.json', 'tsconfig.base.json'].map((place) =>
  path.join(ROOT, place),
);
const RECORD = path.join(BUILT_WEB, '.inputs');

/**
 * Builds the web into `dist/web`, unless what it is made of has not changed, or was left behind where it was built.
 * @throws Error where it fails, or where there is neither
 */
export async function buildWeb(steps: Steps): Promise<void> {
  await steps.run('Web', async (note) => {
    if (!existsSync(path.join(WEB_DIR, 'index.html')) && existsSync(path.join(BUILT_WEB, 'index.html')))
      return { value: undefined, mark: 'done', text: 'as it came' };
    const inputs = await hashTree(INPUTS);
    const built = await readFile(RECORD, 'utf8').catch(() => '');
    if (built === inputs) return { value: undefined, mark: 'done', text: 'built already' };
    note('building');
    const end = await runToEnd({
      command: packageProgram('vite'),
      args: ['build', '--logLevel', 'warn'],
      cwd: WEB_DIR,
      env: { ...process.env, NODE_ENV: 'production' },
      output: 'keep',
    });
    if (end.code !== 0)
      throw new Error(`The web does not build (${describeExit(end)}):\n${end.output.trimEnd()}`);
    await writeFile(RECORD, inputs);
    return { value: undefined, mark: 'done', text: 'built' };
  });
}
