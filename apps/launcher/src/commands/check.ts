import { Steps } from '@ennead/provision';
import { runCommand } from '../lifecycle.ts';
import { runChecks } from '../run-checks.ts';

await runCommand(new Steps(process.stdout), () => runChecks(process.argv.slice(2)));
