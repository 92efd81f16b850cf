import { KeyPurpose } from '@ennead/contracts/internal';

export type KeysCommand =
  | { readonly act: 'list' }
  | { readonly act: 'help' }
  | { readonly act: 'rotate'; readonly purpose: KeyPurpose };

export const keysUsage = `npm run keys                         shows the key of each purpose
npm run keys -- rotate <purpose>     makes a new key for one purpose: ${KeyPurpose.options.join(', ')}`;

/** What the words after `npm run keys --` ask for. @throws Error that says what is wrong and how it is used */
export function readKeysCommand(words: readonly string[]): KeysCommand {
  const [act, what, ...more] = words;
  if (act === undefined) return { act: 'list' };
  if (words.length === 1 && ['help', '--help', '-h'].includes(act)) return { act: 'help' };
  if (act !== 'rotate') throw wrong(`"${act}" is not something that can be done with keys.`);
  if (what === undefined) throw wrong('Say which key is to be replaced.');
  const purpose = KeyPurpose.safeParse(what);
  if (!purpose.success) throw wrong(`There is no key for "${what}".`);
  if (more.length > 0) throw wrong('One key is replaced at a time.');
  return { act, purpose: purpose.data };
}

const wrong = (what: string): Error => new Error(`${what}\n\n${keysUsage}`);
