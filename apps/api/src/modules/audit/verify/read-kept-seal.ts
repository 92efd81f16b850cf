import type { KeptSeal } from './check-seals.ts';

/** Reads a seal as the verifier prints it: `12:<64 hexadecimal digits>`. @throws Error that says how it is written */
export const readKeptSeal = (text: string): KeptSeal => {
  const [, number, hash] = /^([1-9]\d{0,8}):([0-9a-f]{64})$/i.exec(text.trim()) ?? [];
  if (number === undefined || hash === undefined)
    throw new Error(`"${text}" is no seal. Give it as it was printed: --from <number>:<hash>`);
  return { number: Number(number), hash: hash.toLowerCase() };
};
