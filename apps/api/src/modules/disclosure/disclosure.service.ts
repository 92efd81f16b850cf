import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { EntryResultView } from '@ennead/contracts';
import { Person, readClock, recordAudit } from '@ennead/persistence';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { AccommodationsService } from '../accommodations/accommodations.service.ts';
import { AgreementsService } from '../agreements/agreements.service.ts';
import { OwnEntries } from '../enrolments/own-entries.ts';
import { People } from '../identity/people.ts';
import { ResultsService } from '../results/results.service.ts';
import { OwnEnrolments } from '../tries/own-enrolments.ts';

/** The newest of them: older ones are said in the trail, which a letter asks for. */
const mostLogIns = 1_000;

/**
 * What is recorded of a person, for that person: what their own pages show, and so no reviewer's name, no key and no
 * question, whatever the tables behind them hold.
 */
@Injectable()
export class DisclosureService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly people: People,
    private readonly enrolments: OwnEnrolments,
    private readonly entries: OwnEntries,
    private readonly results: ResultsService,
    private readonly agreements: AgreementsService,
    private readonly accommodations: AccommodationsService,
  ) {}

  /** Of the caller alone; that it was given is recorded. */
  async give(caller: Caller): Promise<object> {
    const { manager } = this.db;
    const { createdAt } = await manager.findOneByOrFail(Person, { id: caller.id });
    const entries = await this.entries.list(caller);
    const results: EntryResultView[] = [];
    for (const { id } of entries) results.push(await this.results.view(caller, id));
    const data = {
      madeAt: await readClock(manager),
      account: { ...(await this.people.view(caller)), createdAt },
      enrolments: await this.enrolments.list(caller),
      entries: entries.map(({ serverNow: _, ...entry }) => entry),
      results,
      accommodations: await this.accommodations.allOf(caller),
      agreements: await this.agreements.findAccepted(manager, caller.id),
      logIns: await this.findLogIns(caller.id),
      openLogIns: await this.findOpenLogIns(caller.id),
    };
    await recordAudit(manager, {
      actorId: caller.id,
      action: 'person.data-given',
      subjectKind: 'person',
      subjectId: caller.id,
    });
    return data;
  }

  private findLogIns(personId: string): Promise<{ at: Date }[]> {
    return this.db.query(
      `SELECT at FROM audit_event WHERE subject_kind = 'person' AND subject_id = $1 AND action = 'person.logged-in'
       ORDER BY id DESC LIMIT $2`,
      [personId, mostLogIns],
    );
  }

  /** When each ends by itself; never what it is known by, with which somebody could take it over. */
  private findOpenLogIns(personId: string): Promise<{ endsAt: Date }[]> {
    return this.db.query(
      `SELECT expire::timestamptz AS "endsAt" FROM web_session
       WHERE sess ->> 'personId' = $1 AND expire::timestamptz > clock() ORDER BY expire`,
      [personId],
    );
  }
}
