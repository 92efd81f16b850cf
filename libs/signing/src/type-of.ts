import type { KeyPurpose } from '@ennead/contracts/internal';

/** What a signature's header says it signs, so that one made for something else is none. */
export const typeOf = (purpose: KeyPurpose): string => `ennead-${purpose}+jws`;
