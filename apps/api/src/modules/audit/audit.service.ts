import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type {
  AuditExportQuery,
  AuditFilter,
  AuditPage,
  AuditQuery,
  NamedAuditEvent,
} from '@ennead/contracts';
import { readBars, recordAudit, recordViewing, whereMay } from '@ennead/persistence';
import sql from 'sql-template-tag';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { exportEvents } from './export-events.ts';
import { findEventIds, type Search } from './find-events.ts';
import { NamedEvents } from './named-events.ts';
import { findPeopleIds, readScope } from './search-scope.ts';

const pageSize = 50;
const batchSize = 1_000;
const mostCases = 20;

@Injectable()
export class AuditService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly named: NamedEvents,
  ) {}

  /** Events that fit the query, a page at a time. */
  async page(caller: Caller, { cursor, ...filter }: AuditQuery): Promise<AuditPage> {
    const search = await this.readSearch(filter);
    // Whoever asks about somebody has looked at them, whatever is found.
    if (search.about || search.actorIds)
      await recordViewing(this.db.manager, { action: 'audit.searched', ...trailSearched(caller, search) });
    const ids = await findEventIds(this.db.manager, caller, search, cursor ?? null, pageSize + 1);
    const shown = ids.slice(0, pageSize);
    return {
      events: await this.named.read(this.db.manager, shown),
      nextCursor: ids.length > pageSize ? shown.at(-1)! : null,
      cases: await this.named.readCases(this.db.manager, await this.casesOf(caller, search)),
    };
  }

  /** Everything that fits, a batch at a time, so that neither memory nor a connection is held while somebody downloads. */
  async export(caller: Caller, { locale, ...filter }: AuditExportQuery): Promise<Readable> {
    const search = await this.readSearch(filter);
    await recordAudit(this.db.manager, { action: 'audit.exported', ...trailSearched(caller, search) });
    return Readable.from(exportEvents(this.readAll(caller, search), locale));
  }

  private async *readAll(caller: Caller, search: Search): AsyncGenerator<NamedAuditEvent[]> {
    let after: string | null = null;
    do {
      const ids: string[] = await findEventIds(this.db.manager, caller, search, after, batchSize);
      yield this.named.read(this.db.manager, ids);
      after = ids.length < batchSize ? null : ids.at(-1)!;
    } while (after !== null);
  }

  private async readSearch({ about, actor, action, from, to }: AuditFilter): Promise<Search> {
    return {
      about: about === undefined ? null : await readScope(this.db.manager, about),
      actorIds: actor === undefined ? null : await findPeopleIds(this.db.manager, actor),
      action: action ?? null,
      from: from ?? null,
      to: to ?? null,
    };
  }

  /** The cases that a search is about, of those that the caller may read. */
  private async casesOf(caller: Caller, { about }: Search): Promise<string[]> {
    if (!about || about.entryIds.length === 0) return [];
    const { bars } = await readBars(this.db.manager);
    const { text, values } = sql`SELECT id FROM entry
      WHERE id = ANY (${[...about.entryIds]}::uuid[]) AND ${whereMay(caller, 'trail.read', sql`entry.id`, bars)}
      ORDER BY entered_at DESC, id LIMIT ${mostCases}`;
    const rows: { id: string }[] = await this.db.manager.query(text, values);
    return rows.map(({ id }) => id);
  }
}

/** By ids: what was typed may be a name. */
const trailSearched = (caller: Caller, search: Search) => ({
  actorId: caller.id,
  subjectKind: 'audit',
  subjectId: 'trail',
  detail: { ...search },
});
