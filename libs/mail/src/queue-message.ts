import { randomUUID } from 'node:crypto';
import {
  freeTextOf,
  isOptional,
  type LinkKind,
  type Locale,
  type MessageAbout,
  type MessageKind,
  type MessageParam,
  type ShownIn,
} from '@ennead/contracts';
import { create, type Message, MessageChoice, messages, Person } from '@ennead/persistence';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { nameless } from './nameless.ts';
import { toLine } from './to-line.ts';

/** How long a one-time link is kept for sending where whoever made it does not say. */
const linkKeptDays = 7;

type Link<Kind extends MessageKind> = Kind extends LinkKind
  ? {
      /** The one link of the letter. It is kept apart from what is shown, and erased once it is surely sent or over. */
      readonly link: string;
      readonly linkExpiresAt?: Date;
    }
  : { readonly link?: undefined; readonly linkExpiresAt?: undefined };

/** A person with an account, whose address, name and language are read when it is queued; or an address. */
export type Recipient =
  | { readonly personId: string }
  | { readonly address: string; readonly name: string; readonly locale: Locale };

export type NewMessage<Kind extends MessageKind> = {
  readonly kind: Kind;
  readonly to: Recipient;
  /** What its template shows besides `name` and `site`, all of it and nothing else. */
  readonly params: Readonly<Record<ShownIn<Kind>, MessageParam>>;
  readonly entryId?: string | null;
  readonly about?: MessageAbout;
  /** Of one occasion and person: what was queued under it is not queued again. */
  readonly once?: string;
  /** Whose act it is, who will see what became of it; the platform's own where left out. */
  readonly sentBy?: string | null;
  /** Why no letter goes beside the notice, whatever its person chose. */
  readonly unsent?: 'too-many';
} & Link<Kind>;

/**
 * Puts a letter into the outbox, and among its person's notices; the worker sends it. `manager` is the transaction of what
 * it tells of, so that neither exists alone. Where its person wants no mail of the kind, it is a notice alone.
 * A letter to an account whose address nobody has confirmed greets nobody by name and goes without words of anybody's own (`free`): an
 * address and a name that somebody typed would be their words, under our name, to whomever they like. What it goes without is in the notice.
 *
 * @throws EntityNotFoundError for a person who is not there
 */
export const queueMessage = async <const Kind extends MessageKind>(
  manager: EntityManager,
  message: NewMessage<Kind>,
): Promise<void> => {
  const { kind, to, about, once, sentBy = null, unsent } = message;
  const { isConfirmed, ...recipient } = await findRecipient(manager, to);
  const params = isConfirmed ? message.params : holdFreeText(kind, message.params);
  const wanted = unsent === undefined && (await wantsMail(manager, kind, recipient.personId));
  const { link, linkExpiresAt } = message as { link?: string; linkExpiresAt?: Date };
  await create(manager, messages, {
    event: wanted ? 'queue' : 'suppress',
    actorId: sentBy,
    detail: { kind, personId: recipient.personId },
    values: {
      kind,
      ...recipient,
      params,
      ...(link !== undefined && {
        link,
        linkExpiresAt: linkExpiresAt ?? sql`clock() + make_interval(days => ${linkKeptDays}::int)`,
      }),
      entryId: message.entryId ?? null,
      aboutKind: about?.kind ?? null,
      aboutId: about?.id ?? null,
      once: once ?? null,
      sentBy,
      messageId: `<${randomUUID()}@ennead>`,
      reason: wanted ? null : (unsent ?? 'unwanted'),
    },
  });
};

type Found = Pick<Message, 'personId' | 'address' | 'name' | 'locale'> & {
  /** Whether whoever reads mail there has shown that the account is theirs; of a mere address whoever queues it has seen to that. */
  readonly isConfirmed: boolean;
};

const holdFreeText = (kind: MessageKind, params: Message['params']): Message['params'] =>
  Object.fromEntries(
    Object.entries(params).map(([place, param]) => [
      place,
      freeTextOf(kind).includes(place) && typeof param === 'string' ? { inPage: param } : param,
    ]),
  );

const findRecipient = async (manager: EntityManager, to: Recipient): Promise<Found> => {
  if (!('personId' in to))
    return {
      personId: null,
      address: to.address,
      name: toLine(to.name),
      locale: to.locale,
      isConfirmed: false,
    };
  const { email, name, locale, emailConfirmedAt } = await manager.findOneOrFail(Person, {
    where: { id: to.personId },
    select: { id: true, email: true, name: true, locale: true, emailConfirmedAt: true },
  });
  const isConfirmed = emailConfirmedAt !== null;
  const greeted = isConfirmed ? toLine(name) : nameless[locale];
  return { personId: to.personId, address: email, name: greeted, locale, isConfirmed };
};

const wantsMail = async (
  manager: EntityManager,
  kind: MessageKind,
  personId: string | null,
): Promise<boolean> =>
  personId === null ||
  !isOptional(kind) ||
  !(await manager.existsBy(MessageChoice, { personId, kind, mail: false }));
