import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT, runToEnd, Steps } from '@ennead/provision';
import { runCommand } from '../lifecycle.ts';

const STRYKER = path.join(ROOT, 'node_modules/@stryker-mutator/core/bin/stryker.js');
/** Before it hands its plugin on it loads it itself, which Node 20 does not do by itself. */
const TYPESCRIPT = '@swc-node/register/esm-register';
const DOMAIN = 'libs/domain/src';

/** What scores and the exam page both ask of a typed number. */
const NUMBERS = 'libs/contracts/src/numbers';

const folders = readdirSync(path.join(ROOT, DOMAIN), { withFileTypes: true })
  .flatMap((entry) => (entry.isDirectory() ? [`${DOMAIN}/${entry.name}`] : []))
  .concat(NUMBERS);

/**
 * The files to mutate, for the folders that are named or for all.
 * @throws Error for a folder that is none of them
 */
function patternsOf(named: readonly string[]): string[] {
  const names = folders.map((folder) => path.basename(folder));
  const unknown = named.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`There is no folder ${unknown}; there are: ${names.join(', ')}`);
  const files =
    named.length > 0
      ? folders.filter((folder) => named.includes(path.basename(folder))).map((folder) => `${folder}/**/*.ts`)
      : [DOMAIN, NUMBERS].map((folder) => `${folder}/**/*.ts`);
  return [...files, '!**/*.spec.ts'];
}

await runCommand(new Steps(process.stdout), async () => {
  const patterns = patternsOf(process.argv.slice(2));
  const end = await runToEnd({
    command: process.execPath,
    args: [
      '--import',
      TYPESCRIPT,
      STRYKER,
      'run',
      'mutation/stryker.config.mjs',
      '--mutate',
      patterns.join(','),
    ],
    cwd: ROOT,
    output: 'show',
  });
  return end.code ?? 1;
});
