import { ROOT, runToEnd, type Steps } from '@ennead/provision';
import { isGrave, readAdvisories } from './read-advisories.ts';

/**
 * Says what is known against the packages that run in production.
 *
 * @returns the exit code: 1 where one of them is not to go out so
 */
export async function checkAdvisories(steps: Steps): Promise<number> {
  const end = await runToEnd({
    command: 'npm',
    args: ['audit', '--json', '--omit=dev'],
    cwd: ROOT,
    output: 'keep',
  });
  const advisories = readAdvisories(end.stdout);
  if (!advisories) steps.say('! npm audit: the registry does not say what is known against packages.');
  for (const { severity, name, range, title, url } of advisories ?? [])
    steps.say(`! ${severity}: ${name} ${range}. ${title} (${url})`);
  return advisories?.some(isGrave) ? 1 : 0;
}
