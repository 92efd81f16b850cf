import { nodeArgs, ROOT, runToEnd } from '@ennead/provision';
import { SCRIPTS } from './paths.ts';

const args = nodeArgs(SCRIPTS.contentCheck, ...process.argv.slice(2));
const end = await runToEnd({ command: process.execPath, args, cwd: ROOT, output: 'show' });
process.exit(end.code ?? 1);
