import type { Locale } from '@ennead/contracts';
import { Person, readClock, voidInvitationsOf } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { acceptForAccount } from '../pages/record-agreements.ts';
import { endLogInsOf } from './end-log-ins.ts';
import { dropUnconfirmedFactor, forgetFactor } from './forget-factor.ts';
import { tellOfNewPassword } from './links/tell-of-new-password.ts';
import { voidLinksOf } from './links/void-links.ts';

type Taken = {
  readonly passwordHash: string;
  /** In which language the account was opened, if it was said. */
  readonly locale: Locale | undefined;
  /** Whoever had the link is its person: it went to the mailbox of this account alone, or the operator gave it to them. */
  readonly isTheirs: boolean;
  /** It went to that mailbox: whoever has it has the address. */
  readonly showsAddress: boolean;
};

/**
 * Whoever sets a password by a link has the account from then on, by whichever kind of link: every other link and log-in ends, the first
 * password accepts what an account asks for and brings its language, and a password that somebody else may have set is told of by letter. The person is to be
 * locked, and the link used.
 */
export const takeAccount = async (
  manager: EntityManager,
  person: Person,
  { passwordHash, locale, isTheirs, showsAddress }: Taken,
): Promise<void> => {
  const { id } = person;
  const isFirst = person.passwordHash === null;
  const now = await readClock(manager);
  await manager.update(
    Person,
    { id },
    {
      passwordHash,
      ...(isFirst && locale && { locale }),
      unprovenSince: isTheirs ? null : now,
      ...(showsAddress && !person.emailConfirmedAt && { emailConfirmedAt: now }),
      releasedAt: null,
    },
  );
  // A second factor that somebody set up who may not be them would keep them out.
  await (isTheirs && person.unprovenSince ? forgetFactor(manager, id) : dropUnconfirmedFactor(manager, id));
  await voidLinksOf(manager, id, id);
  await voidInvitationsOf(manager, id, id);
  await endLogInsOf(manager, id, null);
  if (isFirst) await acceptForAccount(manager, id);
  if (!isFirst || !showsAddress) await tellOfNewPassword(manager, id);
};
