import { Refusal, type ProblemCode } from '@ennead/contracts';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { plainPassword } from './passwords.ts';

/** So much of a password is looked at: what is weak in these is not made good by more, and looking takes time. */
const lookedAt = 32;
/** Of five steps (0 to 4), the first that some hundred million guesses do not find. */
const leastScore = 3;
const fewestCharacters = 5;

/** Whose password it is to be. */
type Holder = { readonly name: string; readonly email: string };

type Checker = Pick<ZxcvbnFactory, 'check'>;
let checker: Promise<Checker> | undefined;

/** Made, and loaded, when the first password is set: lists of breached and common passwords, names and words take some 30 MB. */
const makeChecker = async (): Promise<Checker> => {
  const [{ ZxcvbnFactory: Factory }, common, { dictionary: english }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  // Hundred thousand words of an encyclopaedia are no passwords.
  const { 'wikipedia-en': _, ...words } = english;
  return new Factory({
    dictionary: { ...common.dictionary, ...words },
    graphs: common.adjacencyGraphs,
    // With the hundred that are usual, thirty characters of figures and signs take half a second.
    l33tMaxSubstitutions: 5,
  });
};

/** What would be guessed of somebody first, besides the platform's own name. */
const tellingOf = ({ name, email }: Holder): string[] => {
  const [local = '', domain = ''] = email.split('@');
  const parts = [...name.split(/\s+/), ...local.split(/[._+-]/), ...domain.split('.')];
  return [name, name.replace(/\s+/g, ''), email, local, ...parts, 'ennead'].filter(
    (one) => [...one].length > 1,
  );
};

const patterns: Readonly<Record<string, ProblemCode>> = {
  repeat: 'PASSWORD_PATTERN',
  sequence: 'PASSWORD_PATTERN',
  spatial: 'PASSWORD_PATTERN',
  date: 'PASSWORD_PATTERN',
};

/** Why a password is too easily guessed, by what most of it is; null where it is not. */
export const findWeakness = async (password: string, holder: Holder): Promise<ProblemCode | null> => {
  const plain = plainPassword(password);
  if (new Set(plain.trim()).size < fewestCharacters) return 'PASSWORD_PATTERN';
  checker ??= makeChecker();
  const { score, sequence } = (await checker).check(
    [...plain].slice(0, lookedAt).join(''),
    tellingOf(holder),
  );
  if (score >= leastScore) return null;
  if (sequence.some(({ dictionaryName }) => dictionaryName === 'userInputs')) return 'PASSWORD_PERSONAL';
  const [longest] = [...sequence].sort((one, other) => other.token.length - one.token.length);
  return patterns[longest?.pattern ?? ''] ?? 'PASSWORD_COMMON';
};

/** @throws Refusal that says at this field what is wrong with it */
export const demandGoodPassword = async (password: string, holder: Holder, path: string): Promise<void> => {
  const weakness = await findWeakness(password, holder);
  if (weakness) throw new Refusal(weakness, [{ path, message: 'too easily guessed' }]);
};
