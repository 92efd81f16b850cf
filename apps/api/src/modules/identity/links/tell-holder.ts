import { nameless, queueMessage } from '@ennead/mail';
import type { EntityManager } from 'typeorm';
import type { Holder } from './find-holder.ts';

/** Tells whoever reads mail at an address that somebody has, or had, an account with it; nothing to whose it is closed. */
export const tellHolder = async (
  manager: EntityManager,
  { person, isFormer }: Holder,
  address: string,
): Promise<void> => {
  if (person.disabledAt) return;
  const { locale } = person;
  await queueMessage(
    manager,
    isFormer
      ? { kind: 'former-address', to: { address, name: nameless[locale], locale }, params: {} }
      : { kind: 'already-registered', to: { personId: person.id }, params: {} },
  );
};
