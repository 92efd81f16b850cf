import { ContentBank, type Message } from '@ennead/persistence';
import { Letters, type WrittenLetter } from '@ennead/mail';
import { Logger } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { transact } from '../transact.ts';
import { capture, claim, eraseLinks, lapseOver, loseClaims, postpone, settle, takeNext } from './claims.ts';
import type { Post } from './post.ts';

/** How many letters are on their way at once. */
const atOnce = 3;

export type MailSettings = {
  /** Where the platform is, as people open it. */
  readonly site: string;
  /** The IANA zone in which letters write times, where it is set. */
  readonly zone?: string;
  /** Null without a mail server: letters are kept in the inbox. */
  readonly post: Post | null;
};

type Ready = { readonly message: Message; readonly letter: WrittenLetter };
/** Nothing was due; something was done and nothing is left to send; or a letter is claimed and has to be sent. */
type Taken = 'nothing' | 'done' | Ready;

/** Sends what is queued: written, claimed, and only then handed over, so that nothing is ever handed over twice unasked. */
export class Mailer {
  private readonly logger = new Logger('Mail');
  private readonly letters: Letters;

  constructor(
    private readonly db: DataSource,
    private readonly settings: MailSettings,
  ) {
    this.letters = new Letters(new ContentBank(db), settings.site, settings.zone);
  }

  /** @returns how many letters were seen to */
  async run(): Promise<number> {
    const done = await Promise.all(Array.from({ length: atOnce }, () => this.sendNext()));
    return done.filter(Boolean).length;
  }

  /** What the clock does to letters. @returns to how many */
  async keep(): Promise<number> {
    return (await loseClaims(this.db)) + (await lapseOver(this.db)) + (await eraseLinks(this.db));
  }

  private async sendNext(): Promise<boolean> {
    const taken = await transact(this.db, (manager) => this.take(manager));
    if (typeof taken === 'string') return taken === 'done';
    const { message, letter } = taken;
    const { address, name, messageId, locale, link } = message;
    const { subject, text } = letter;
    const links = [this.settings.site, ...(link ? [link] : [])];
    const outcome = await this.settings.post!({
      messageId,
      to: { name, address },
      locale,
      subject,
      text,
      links,
    });
    const held = await settle(this.db, message, outcome);
    if (!held)
      this.logger.warn(`Message ${message.id} is ${outcome.kind}, but was given up for lost before.`);
    else if (outcome.kind !== 'sent') this.logger.warn(`Message ${message.id} is ${outcome.kind}.`);
    return true;
  }

  private async take(manager: EntityManager): Promise<Taken> {
    const message = await takeNext(manager);
    if (!message) return 'nothing';
    const letter = await this.letters
      .write(message, { locale: message.locale, link: message.link ?? '', readIn: 'letter' }, manager)
      .catch((fault: unknown) => String(fault instanceof Error ? fault.message : fault));
    if (typeof letter === 'string') {
      this.logger.error(`Message ${message.id} cannot be written: ${letter}`);
      await postpone(manager, message, 'unwritable', letter);
      return 'done';
    }
    if (!this.settings.post) {
      await capture(manager, message.id, letter.letterHash);
      return 'done';
    }
    return { message: await claim(manager, message.id, letter.letterHash), letter };
  }
}
