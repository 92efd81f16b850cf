import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  isOptional,
  mayConcern,
  MessageKind,
  Refusal,
  type ChooseNoticesInput,
  type Locale,
  type NoticeChoices,
  type NoticesPage,
  type NoticesQuery,
  type NoticeView,
  type ReadNoticesInput,
  type UnreadNotices,
} from '@ennead/contracts';
import { Letters } from '@ennead/mail';
import { Message, MessageChoice, recordAudit } from '@ennead/persistence';
import sql from 'sql-template-tag';
import { DataSource, In } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { linkWords } from '../../infrastructure/link-words.ts';
import { readPage } from '../../infrastructure/read-page.ts';

@Injectable()
export class NoticesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly letters: Letters,
  ) {}

  /** What the caller was told, latest first, in the language that they read. */
  async page({ id, name }: Caller, { locale, ...query }: NoticesQuery): Promise<NoticesPage> {
    const { manager } = this.db;
    const { ids, ...page } = await readPage(
      manager,
      {
        fitting: sql`SELECT id, queued_at FROM message WHERE person_id = ${id}`,
        order: sql`queued_at DESC`,
      },
      query,
    );
    const found = new Map(
      (await manager.findBy(Message, { id: In([...ids]) })).map((message) => [message.id, message]),
    );
    const rows = ids.map((one) => found.get(one)!);
    return { ...page, rows: await Promise.all(rows.map((row) => this.view(row, locale, name))) };
  }

  async countUnread({ id }: Caller): Promise<UnreadNotices> {
    const [found]: [UnreadNotices] = await this.db.query(
      'SELECT count(*)::int AS count FROM message WHERE person_id = $1 AND read_at IS NULL',
      [id],
    );
    return found;
  }

  /** Marks notices of the caller's; what is not theirs, or read already, stays as it is. */
  async markRead({ id }: Caller, { ids }: ReadNoticesInput): Promise<void> {
    await this.db.query(
      `UPDATE message SET read_at = clock() WHERE person_id = $1 AND read_at IS NULL
         AND ($2::uuid[] IS NULL OR id = ANY ($2))`,
      [id, ids === 'all' ? null : ids],
    );
  }

  /** Of the kinds that can concern the caller. */
  async choices({ id, roles }: Caller): Promise<NoticeChoices> {
    const chosen = await this.db.manager.findBy(MessageChoice, { personId: id });
    return {
      choices: MessageKind.options
        .filter((kind) => mayConcern(kind, roles))
        .map((kind) => ({
          kind,
          fixed: !isOptional(kind),
          mail: !isOptional(kind) || (chosen.find((one) => one.kind === kind)?.mail ?? true),
        })),
    };
  }

  /** @throws Refusal NOTICE_KIND_FIXED for what duty demands */
  async choose({ id }: Caller, { kind, mail }: ChooseNoticesInput): Promise<void> {
    if (!isOptional(kind)) throw new Refusal('NOTICE_KIND_FIXED');
    await this.db.transaction(async (manager) => {
      await manager.query(
        `INSERT INTO message_choice (person_id, kind, mail) VALUES ($1, $2, $3)
         ON CONFLICT (person_id, kind) DO UPDATE SET mail = excluded.mail`,
        [id, kind, mail],
      );
      await recordAudit(manager, {
        actorId: id,
        action: 'message.choice-made',
        subjectKind: 'person',
        subjectId: id,
        detail: { kind, mail },
      });
    });
  }

  private async view(message: Message, locale: Locale, name: string): Promise<NoticeView> {
    const { id, kind, queuedAt, readAt, aboutKind, aboutId } = message;
    const letter = await this.letters
      .write({ ...message, name }, { locale, link: linkWords('notice', locale), readIn: 'notice' }, this.db)
      .catch(() => null);
    return {
      id,
      kind,
      letter: letter && { subject: letter.subject, text: letter.text },
      at: queuedAt.toISOString(),
      readAt: readAt?.toISOString() ?? null,
      about: aboutKind && aboutId !== null ? { kind: aboutKind, id: aboutId } : null,
    };
  }
}
