import type { KeyPurpose, PublicKey } from '@ennead/contracts/internal';
import type { EntityManager } from 'typeorm';
import { SigningKey } from '../entities/signing-key.ts';

/** The public half of a key by its name; null where no such key signs for this purpose. */
export const findPublicKey = async (
  manager: EntityManager,
  purpose: KeyPurpose,
  kid: string,
): Promise<PublicKey | null> => (await manager.findOneBy(SigningKey, { kid, purpose }))?.publicKey ?? null;
