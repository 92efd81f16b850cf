import { hash, verify } from '@node-rs/argon2';

/** OWASP's argon2id profile of 19 MiB, two passes, one lane (argon2id is the library's default algorithm). */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What a wrong address is checked against, so that it takes as long as a wrong password. */
const nobody = hash('nobody has this password', options);

/** The same characters however a keyboard composes them (NIST SP 800-63B, 3.1.1.2). */
export const plainPassword = (password: string): string => password.normalize('NFKC');

export const hashPassword = (password: string): Promise<string> => hash(plainPassword(password), options);

export const checkPassword = async (passwordHash: string | null, password: string): Promise<boolean> => {
  const matches = await verify(passwordHash ?? (await nobody), plainPassword(password));
  return matches && passwordHash !== null;
};
