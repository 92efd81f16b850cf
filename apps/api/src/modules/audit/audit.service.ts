import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AuditPage, AuditQuery } from '@ennead/contracts';
import { DataSource } from 'typeorm';
import { contains } from '../../infrastructure/contains.ts';
import { selectEvents, viewEvent, type EventRow } from './find-trail.ts';

const pageSize = 50;

@Injectable()
export class AuditService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Events that fit the query, a page at a time. */
  async page({ cursor, action, actor }: AuditQuery): Promise<AuditPage> {
    const rows: EventRow[] = await this.db.query(
      `${selectEvents}
       WHERE ($1::bigint IS NULL OR event.id < $1) AND ($2::text IS NULL OR event.action = $2)
         AND ($3::text IS NULL OR actor.id::text = $3 OR actor.name ILIKE $4 OR actor.email ILIKE $4)
       ORDER BY event.id DESC LIMIT ${pageSize + 1}`,
      [cursor ?? null, action ?? null, actor ?? null, actor ? contains(actor) : null],
    );
    const events = rows.slice(0, pageSize).map(viewEvent);
    return { events, nextCursor: rows.length > pageSize ? events.at(-1)!.id : null };
  }
}
