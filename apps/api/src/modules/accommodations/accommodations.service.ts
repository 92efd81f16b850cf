import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  accommodationLifecycle,
  pendingEntryStates,
  Refusal,
  type AccommodationInput,
  type AccommodationMade,
  type AccommodationView,
  type CohortAccommodations,
  type OwnAccommodations,
} from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { Accommodation, accommodations, create, Entry, transition } from '@ennead/persistence';
import { lockForScoring } from '@ennead/scoring';
import sql from 'sql-template-tag';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand } from '../../http/demand.ts';
import { findOwnEntry } from '../enrolments/find-entry.ts';
import { holdSessionOf } from '../sessions/hold-session.ts';
import { findAccommodations } from './find-accommodations.ts';
import { isNotOver } from './not-over.ts';
import { viewAccommodation, viewMeasured } from './view-accommodation.ts';

const waiting = sourcesOf(accommodationLifecycle, 'withdraw');

/** What a candidate asks for, or their institution in their name. */
@Injectable()
export class AccommodationsService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** @throws Refusal NOT_FOUND for somebody else's entry */
  async own(caller: Caller, entryId: string): Promise<OwnAccommodations> {
    const { manager } = this.db;
    await findOwnEntry(manager, caller, entryId);
    const found = await findAccommodations(manager, sql`entry.id = ${entryId}`);
    const { text, values } = sql`SELECT ${isNotOver(entryId)} AS open`;
    const [{ open }] = (await manager.query(text, values)) as [{ open: boolean }];
    const waits = found.some(({ state }) => waiting.includes(state));
    return { accommodations: found.map(viewAccommodation), mayAsk: open && !waits };
  }

  /** Everything that was ever asked for somebody, with why. */
  async allOf({ id }: Pick<Caller, 'id'>): Promise<AccommodationView[]> {
    const found = await findAccommodations(this.db.manager, sql`enrolment.candidate_id = ${id}`);
    return found.map(viewAccommodation);
  }

  /** @throws Refusal NOT_FOUND for another institution's cohort */
  async ofCohort(caller: Caller, cohortId: string): Promise<CohortAccommodations> {
    const { manager } = this.db;
    await demand(manager, caller, 'cohort.manage', cohortId);
    const found = await findAccommodations(manager, sql`entry.cohort_id = ${cohortId}`);
    return { accommodations: found.map(viewMeasured) };
  }

  /** @throws Refusal NOT_FOUND, ACCOMMODATION_WAITS, ACCOMMODATION_NOT_ENTERED, ACCOMMODATION_OVER */
  async ask(
    caller: Caller,
    entryId: string,
    { measures, reason, evidence }: AccommodationInput,
  ): Promise<AccommodationMade> {
    return this.db.transaction(async (manager) => {
      await holdSessionOf(manager, entryId);
      // Whoever ends the entry at this moment has done so, or finds what is asked here.
      await lockForScoring(manager, entryId);
      await demand(manager, caller, 'accommodation.ask', entryId);
      const made = await create(manager, accommodations, {
        event: 'ask',
        actorId: caller.id,
        guards: { 'not-over': isNotOver(entryId) },
        values: { entryId, asked: measures, reason, evidence, askedBy: caller.id },
      });
      if (made) return { id: made.id };
      throw new Refusal(await whyNot(manager, entryId));
    });
  }

  /** Whoever asked, it is the candidate's. @throws Refusal NOT_FOUND, ACCOMMODATION_DECIDED */
  async withdraw(caller: Caller, id: string): Promise<void> {
    await this.db.transaction(async (manager) => {
      const found = await manager.findOneBy(Accommodation, { id });
      if (!found) throw new Refusal('NOT_FOUND');
      await findOwnEntry(manager, caller, found.entryId);
      const withdrawn = await transition(manager, accommodations, id, {
        event: 'withdraw',
        actorId: caller.id,
      });
      if (!withdrawn) throw new Refusal('ACCOMMODATION_DECIDED');
    });
  }
}

/** Why nothing could be asked for an entry just now. */
const whyNot = async (manager: EntityManager, entryId: string) => {
  if (await manager.existsBy(Accommodation, { entryId, state: In(waiting) })) return 'ACCOMMODATION_WAITS';
  const isPending = await manager.existsBy(Entry, { id: entryId, state: In([...pendingEntryStates]) });
  return isPending ? 'ACCOMMODATION_NOT_ENTERED' : 'ACCOMMODATION_OVER';
};
