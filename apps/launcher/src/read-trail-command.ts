import { KeptSeal } from '@ennead/contracts/internal';

const trailUsage = `npm run verify-trail                                verifies the seals of the audit trail
npm run verify-trail -- --from <number>:<hash>      and that a seal which was kept elsewhere is among them`;

/** The words for the verifier, by those after `npm run verify-trail --`. @throws Error that says how it is used */
export function readTrailCommand(words: readonly string[]): string[] {
  if (words.length === 0) return [];
  const [name, value] = words[0]!.startsWith('--from=')
    ? ['--from', words[0]!.slice('--from='.length)]
    : words;
  const isWhole = words.length <= 2 && name === '--from' && KeptSeal.safeParse(value).success;
  if (!isWhole) throw new Error(`Give a seal as it was printed.\n\n${trailUsage}`);
  return ['--from', value!];
}
