import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  carriesLink,
  MessageKind,
  messageLifecycle,
  Refusal,
  type MessageLink,
  type MessageLinkState,
  type MessageRow,
  type MessagesPage,
  type MessagesQuery,
  type MessageView,
} from '@ennead/contracts';
import { sourcesOf, stateAfter } from '@ennead/domain';
import { Letters } from '@ennead/mail';
import { Message, messages, Person, readClock, recordAudit, transition } from '@ennead/persistence';
import sql from 'sql-template-tag';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { linkWords } from '../../infrastructure/link-words.ts';
import { SETTINGS, type Settings } from '../../settings.ts';
import { findMessages } from './find-messages.ts';
import { isForStaff } from './is-for-staff.ts';

const captured = stateAfter(messageLifecycle, 'capture');
const linkKinds = MessageKind.options.filter(carriesLink);

@Injectable()
export class MessagesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly letters: Letters,
  ) {}

  async page(query: MessagesQuery): Promise<MessagesPage> {
    const { manager } = this.db;
    const { ids, ...page } = await findMessages(manager, query);
    const found = await manager.findBy(Message, { id: In([...ids]) });
    const rows = new Map(found.map((message) => [message.id, message]));
    return { ...page, rows: ids.map((id) => rowOf(rows.get(id)!)) };
  }

  /** One letter as it reads, in the language that it is written in. */
  async view(id: string): Promise<MessageView> {
    const { manager } = this.db;
    const message = await find(manager, id);
    const { locale, messageId, sentBy } = message;
    const asKept = this.linkStateOf(message, await readClock(manager));
    // Not even to try everything out: who is on the staff is let in by nobody but their own mailbox.
    const linkState = asKept === 'shown' && (await isForStaff(manager, message)) ? 'masked' : asKept;
    const link = linkState === 'shown' ? message.link! : linkWords(linkState, locale);
    const letter = await this.letters
      .write(message, { locale, link, readIn: 'letter' }, manager)
      .catch(() => null);
    const sender = sentBy === null ? null : await manager.findOneByOrFail(Person, { id: sentBy });
    return {
      ...rowOf(message),
      locale,
      messageId,
      sentBy: sender && { id: sender.id, name: sender.name },
      letter: letter && { subject: letter.subject, text: letter.text },
      linkState,
    };
  }

  /**
   * The one-time link of a letter in the inbox; that somebody saw it is recorded.
   *
   * @throws Refusal MESSAGE_LINK_STAFF where it would open an account with more rights than a candidate's, MESSAGE_LINK_OVER
   *   where it is not kept
   */
  showLink(caller: Caller, id: string): Promise<MessageLink> {
    return this.db.transaction(async (manager) => {
      const message = await find(manager, id);
      if (await isForStaff(manager, message)) throw new Refusal('MESSAGE_LINK_STAFF');
      const linkState = this.linkStateOf(message, await readClock(manager));
      if (linkState !== 'masked' && linkState !== 'shown') throw new Refusal('MESSAGE_LINK_OVER');
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'message.link-shown',
        subjectKind: messageLifecycle.thing,
        subjectId: id,
        ...(message.entryId && { entryId: message.entryId }),
        detail: { kind: message.kind, personId: message.personId },
      });
      return { link: message.link! };
    });
  }

  /** @throws Refusal MESSAGE_LINK_OVER where its link leads nowhere any more, MESSAGE_NOT_OPEN where nothing is in doubt */
  sendAgain(caller: Caller, id: string): Promise<void> {
    return this.db.transaction(async (manager) => {
      const moved = await transition(manager, messages, id, {
        event: 'requeue',
        actorId: caller.id,
        guards: {
          'link-there': sql`kind <> ALL (${linkKinds}::text[]) OR link_expires_at > clock() AND link IS NOT NULL`,
        },
        set: { tries: 0, dueAt: null, reason: null, fault: null },
      });
      if (moved) return;
      const { state } = await find(manager, id);
      const isOpen = sourcesOf(messageLifecycle, 'requeue').includes(state);
      throw new Refusal(isOpen ? 'MESSAGE_LINK_OVER' : 'MESSAGE_NOT_OPEN');
    });
  }

  private linkStateOf({ kind, link, linkExpiresAt, state }: Message, now: Date): MessageLinkState {
    if (!carriesLink(kind)) return 'none';
    if (link === null || linkExpiresAt! <= now) return 'gone';
    if (state !== captured) return 'kept';
    return this.settings.ENNEAD_MODE === 'production' ? 'masked' : 'shown';
  }
}

const find = async (manager: EntityManager, id: string): Promise<Message> => {
  const message = await manager.findOneBy(Message, { id });
  if (!message) throw new Refusal('NOT_FOUND');
  return message;
};

const rowOf = (message: Message): MessageRow => {
  const { id, kind, state, name, address, tries, reason, fault, queuedAt, settledAt, dueAt } = message;
  const instant = (at: Date | null) => at?.toISOString() ?? null;
  return {
    id,
    kind,
    state,
    name,
    address,
    tries,
    reason,
    fault,
    queuedAt: queuedAt.toISOString(),
    settledAt: instant(settledAt),
    dueAt: instant(dueAt),
  };
};
