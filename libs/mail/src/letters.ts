import type { Letter, Locale, MessageKind } from '@ennead/contracts';
import { defaultZone } from '@ennead/contracts/internal';
import { fillTemplate } from '@ennead/domain';
import type { ContentBank, Message } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { paramWords, type ReadIn, type Written } from './param-words.ts';
import { toLine } from './to-line.ts';

export type WrittenLetter = {
  /** The template that it was written by. */
  readonly letterHash: string;
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
};

type Queries = Pick<EntityManager, 'query'>;
type Reading = {
  readonly locale: Locale;
  /** What stands where the link does: the link itself, or words in its place. */
  readonly link: string;
  /** A letter goes without what stands in the notice alone. */
  readonly readIn: ReadIn;
};
type ToWrite = Pick<Message, 'kind' | 'params' | 'name' | 'letterHash'>;

/** Writes letters by the templates that are published; one that was written once is written by the same ever after. */
export class Letters {
  /** @param site where the platform is, as people open it */
  constructor(
    private readonly bank: ContentBank,
    private readonly site: string,
    /** The IANA zone in which letters write times. */
    private readonly zone: string = defaultZone,
  ) {}

  /**
   * @param db the transaction of whoever writes, who must not wait for a second connection
   * @throws Error where there is no letter of its kind; ContentFault or DomainFault where it is unusable or does not fit
   */
  async write(message: ToWrite, { locale, link, readIn }: Reading, db: Queries): Promise<WrittenLetter> {
    const letterHash = message.letterHash ?? (await findLive(db, message.kind));
    const letter = await this.bank.body('letter', letterHash, db);
    return { letterHash, ...fillIn(letter, message, this.site, { locale, link, readIn, zone: this.zone }) };
  }
}

const findLive = async (db: Queries, kind: MessageKind): Promise<string> => {
  const [live]: { hash: string }[] = await db.query(
    `SELECT hash FROM content_version WHERE kind = 'letter' AND id = $1 AND state = 'live'`,
    [kind],
  );
  if (!live) throw new Error(`no letter ${kind} is published`);
  return live.hash;
};

const fillIn = (
  { subject, body }: Letter,
  { name, params }: ToWrite,
  site: string,
  { link, ...written }: Reading & Written,
): Pick<WrittenLetter, 'subject' | 'text'> => {
  const { locale } = written;
  const words = Object.entries(params).map(([place, param]) => [place, paramWords(param, written)]);
  const values = { ...(Object.fromEntries(words) as Record<string, string>), name, site, link };
  return {
    subject: toLine(fillTemplate(subject[locale], values)),
    text: fillTemplate(body[locale], values),
  };
};
