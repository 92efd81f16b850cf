import type { MessageKind } from '@ennead/contracts';
import { nameless, queueMessage } from '@ennead/mail';
import { readClock, type Person } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { Two } from './refuse-note.ts';

type Kind = Extract<MessageKind, 'account-joined' | 'account-closed-for-another' | 'account-parted'>;

/**
 * Writes to both addresses, each of the other account. If the note is wrong, one of the two is a stranger to the other: so an address is
 * shown by so much as its person knows it by.
 */
export const tellBoth = async (
  manager: EntityManager,
  { kept, other }: Two,
  { toKept, toOther }: { readonly toKept: Kind; readonly toOther: Kind },
): Promise<void> => {
  const at = { at: (await readClock(manager)).toISOString() };
  for (const [kind, person, another] of [
    [toKept, kept, other],
    [toOther, other, kept],
  ] as const)
    if (person.erasedAt === null)
      await queueMessage(manager, {
        kind,
        // By the address, not by the account: who reads it may not be let in any more.
        to: { address: person.email, name: nameOf(person), locale: person.locale },
        params: { account: masked(another.email), at },
      });
};

const nameOf = ({ name, locale, emailConfirmedAt }: Person): string =>
  emailConfirmedAt === null ? nameless[locale] : name;

/** The first letter, and where the mailbox is. */
const masked = (email: string): string => email.replace(/^(.).*@/, '$1…@');
