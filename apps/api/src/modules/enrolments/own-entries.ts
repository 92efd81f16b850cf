import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { OwnEntry } from '@ennead/contracts';
import type { Content } from '@ennead/content';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { CONTENT } from '../../infrastructure/content.ts';
import { readCases } from './find-cases.ts';
import { viewOwnEntry } from './view-own-entry.ts';

/** The candidate's home: every entry with its parts and its result, newest first. */
@Injectable()
export class OwnEntries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CONTENT) private readonly content: Content,
  ) {}

  async list(caller: Caller): Promise<OwnEntry[]> {
    const rows: { id: string }[] = await this.db.query(
      `SELECT entry.id FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id
       WHERE enrolment.candidate_id = $1 ORDER BY entry.entered_at DESC, entry.id`,
      [caller.id],
    );
    const cases = await readCases(
      this.db.manager,
      rows.map(({ id }) => id),
    );
    return cases.map((found) =>
      viewOwnEntry(found, (labId) => this.content.labs.get(labId)?.lab.title ?? null),
    );
  }
}
