import { hash, verify } from '@node-rs/argon2';

/** OWASP's argon2id profile of 19 MiB, two passes, one lane (argon2id is the library's default algorithm). */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What a wrong address is checked against, so that it takes as long as a wrong password. */
const nobody = hash('nobody has this password', options);

export const hashPassword = (password: string): Promise<string> => hash(password, options);

export const checkPassword = async (passwordHash: string | null, password: string): Promise<boolean> => {
  const matches = await verify(passwordHash ?? (await nobody), password);
  return matches && passwordHash !== null;
};
