import { parseArgs } from 'node:util';
import { KeyPurpose } from '@ennead/contracts/internal';
import { Steps, verifyingKeys } from '@ennead/provision';
import { migrate } from './bring-up.ts';
import { runCommand } from './lifecycle.ts';
import { reachServices } from './reach-services.ts';
import { rotateKey } from './rotate-key.ts';
import { readSettings } from './settings.ts';

const usage = `npm run keys                         names the keys in use
npm run keys -- rotate <purpose>     makes a new one; <purpose> is ${KeyPurpose.options.join(', ')}`;

const steps = new Steps(process.stdout);

await runCommand(steps, async (lifecycle) => {
  const purpose = readPurpose(parseArgs({ allowPositionals: true }).positionals);
  const contract = await reachServices(readSettings(process.env), steps, lifecycle);
  if (purpose === null) {
    for (const { purpose: of, key } of verifyingKeys(contract.secrets))
      steps.say(`${of.padEnd(12)}${key.kid}`);
    return 0;
  }
  const { kid } = await rotateKey(contract, purpose, (changed) => migrate(changed, steps));
  steps.say(
    `${purpose.padEnd(12)}${kid}\nStart Ennead again: until then the old key signs, and counts as before.`,
  );
  return 0;
});

/** The purpose whose key is to be replaced; null where the keys are only asked for. @throws Error with the usage */
function readPurpose(words: readonly string[]): KeyPurpose | null {
  if (words.length === 0) return null;
  const [act, what, ...rest] = words;
  const purpose = KeyPurpose.safeParse(what);
  if (act !== 'rotate' || !purpose.success || rest.length > 0) throw new Error(usage);
  return purpose.data;
}
