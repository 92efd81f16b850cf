import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT, runToEnd, Steps } from '@ennead/provision';
import { runCommand } from '../lifecycle.ts';

const STRYKER = path.join(ROOT, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const DOMAIN = 'libs/domain/src';

const folders = readdirSync(path.join(ROOT, DOMAIN), { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

/**
 * The files to mutate, for the folders that are named or for all.
 * @throws Error for a folder that the domain does not have
 */
function patternsOf(named: readonly string[]): string[] {
  const unknown = named.find((name) => !folders.includes(name));
  if (unknown !== undefined)
    throw new Error(`There is no ${DOMAIN}/${unknown}; there are: ${folders.join(', ')}`);
  const files = named.length > 0 ? named.map((name) => `${DOMAIN}/${name}/**/*.ts`) : [`${DOMAIN}/**/*.ts`];
  return [...files, '!**/*.spec.ts'];
}

await runCommand(new Steps(process.stdout), async () => {
  const patterns = patternsOf(process.argv.slice(2));
  const end = await runToEnd({
    command: process.execPath,
    args: [STRYKER, 'run', 'mutation/stryker.config.mjs', '--mutate', patterns.join(',')],
    cwd: ROOT,
    output: 'show',
  });
  return end.code ?? 1;
});
