import { Steps } from '@ennead/provision';
import { checkAdvisories } from '../check-advisories.ts';
import { runCommand } from '../lifecycle.ts';
import { runChecks } from '../run-checks.ts';

const steps = new Steps(process.stdout);

await runCommand(steps, async () => {
  const code = await runChecks(process.argv.slice(2));
  // Not in `npm test`: what is known changes without us.
  return code === 0 ? checkAdvisories(steps) : code;
});
