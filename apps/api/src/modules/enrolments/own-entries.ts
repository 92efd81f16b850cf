import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { LocalizedText, OwnEntry, SchemeRules } from '@ennead/contracts';
import { ContentBank } from '@ennead/persistence';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import type { Case } from './case.ts';
import { readCases } from './find-cases.ts';
import { findSeats } from './find-seats.ts';
import { viewOwnEntry } from './view-own-entry.ts';

/** The candidate's home: every entry with its parts and its result, newest first. */
@Injectable()
export class OwnEntries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly bank: ContentBank,
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
    const titles = await this.readLabTitles(cases);
    const rules = await this.readRules(cases);
    const seats = await findSeats(
      this.db.manager,
      rows.map(({ id }) => id),
    );
    const titleOf = (labHash: string) => titles.get(labHash) ?? null;
    const rulesOf = (schemeHash: string) => rules.get(schemeHash)!;
    return cases.map((found) => viewOwnEntry(found, { titleOf, rulesOf, seat: seats.get(found.entryId)! }));
  }

  /** Rules of the schemes of their sessions, by hash. */
  private async readRules(cases: readonly Case[]): Promise<ReadonlyMap<string, SchemeRules>> {
    const hashes = [...new Set(cases.map(({ session }) => session.schemeHash))];
    return new Map(
      await Promise.all(hashes.map(async (hash) => [hash, (await this.bank.scheme(hash)).rules] as const)),
    );
  }

  /** Titles of labs as they were scheduled, by hash. */
  private async readLabTitles(cases: readonly Case[]): Promise<ReadonlyMap<string, LocalizedText>> {
    const labs = cases.flatMap(({ parts }) => parts.filter(({ kind }) => kind === 'lab'));
    const hashes = [...new Set(labs.map(({ contentHash }) => contentHash))];
    return new Map(
      await Promise.all(hashes.map(async (hash) => [hash, (await this.bank.lab(hash)).lab.title] as const)),
    );
  }
}
