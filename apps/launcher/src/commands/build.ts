import { Steps } from '@ennead/provision';
import { buildWeb } from '../build-web.ts';
import { runCommand } from '../lifecycle.ts';

// The programs, of which this is one, are built by the time it runs.
const steps = new Steps(process.stdout);

await runCommand(steps, async () => {
  await buildWeb(steps);
  steps.say('\nEverything is built: dist/programs and dist/web.');
  return 0;
});
