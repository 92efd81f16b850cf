import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type CaseRecord, type NamedCase, type TrailView } from '@ennead/contracts';
import { recordViewing } from '@ennead/persistence';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand } from '../../http/demand.ts';
import { findCaseEvents } from '../audit/find-trail.ts';
import { NamedEvents } from '../audit/named-events.ts';
import { CaseRecords } from './case-records.ts';

/**
 * A case from its end back to every step. The trail names reviewers, so a certifier with a conflict is refused;
 * administrators decide on nobody. Whoever looks is in the trail from then on.
 */
@Injectable()
export class TrailsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly named: NamedEvents,
    private readonly records: CaseRecords,
  ) {}

  async view(caller: Caller, entryId: string): Promise<TrailView> {
    const { manager } = this.db;
    await demand(manager, caller, 'trail.read', entryId);
    const ids = await findCaseEvents(manager, entryId, caller.roles.includes('certifier'));
    await recordViewing(manager, { action: 'trail.viewed', ...lookOf(caller, entryId) });
    return {
      case: await this.nameOf(entryId),
      events: await this.named.read(manager, ids),
    };
  }

  async record(caller: Caller, entryId: string): Promise<CaseRecord> {
    const { manager } = this.db;
    await demand(manager, caller, 'trail.read', entryId);
    const record = await this.records.read(manager, entryId);
    await recordViewing(manager, { action: 'answers.viewed', ...lookOf(caller, entryId) });
    return { case: await this.nameOf(entryId), ...record };
  }

  /** @throws Refusal NOT_FOUND */
  private async nameOf(entryId: string): Promise<NamedCase> {
    const [named] = await this.named.readCases(this.db.manager, [entryId]);
    if (!named) throw new Refusal('NOT_FOUND');
    return named;
  }
}

const lookOf = (caller: Caller, entryId: string) => ({
  actorId: caller.id,
  subjectKind: 'entry',
  subjectId: entryId,
  entryId,
});
