import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  accommodationLifecycle,
  Refusal,
  type AccommodationQueue,
  type AccommodationToDecide,
  type ApprovalInput,
} from '@ennead/contracts';
import { planGrants, sourcesOf } from '@ennead/domain';
import {
  Accommodation,
  accommodations,
  readBars,
  recordViewing,
  stateList,
  TimeGrant,
  transition,
  vouched,
  whereMay,
} from '@ennead/persistence';
import { holdInForce, lockForScoring } from '@ennead/scoring';
import sql, { raw } from 'sql-template-tag';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand } from '../../http/demand.ts';
import { holdSessionOf } from '../sessions/hold-session.ts';
import { grantTime } from '../sessions/move-deadlines.ts';
import { findAccommodations } from './find-accommodations.ts';
import { findTimedParts } from './find-timed-parts.ts';
import { isNotOver } from './not-over.ts';
import { viewGrounds, viewQueued } from './view-accommodation.ts';

const waiting = sourcesOf(accommodationLifecycle, 'approve');
const standing = sourcesOf(accommodationLifecycle, 'replace');
/** How many of those that were decided the page still shows. */
const decidedShown = 100;

/** What an unconflicted registrar decides, from the reason and what was shown. Whoever does has a part in the case from then on. */
@Injectable()
export class AccommodationDecisions {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Those of people whom something ties to the caller are not shown to them. */
  async queue(caller: Caller): Promise<AccommodationQueue> {
    const { manager } = this.db;
    const { bars } = await readBars(manager);
    const mine = whereMay(caller, 'accommodation.decide', sql`entry.id`, bars);
    const waits = sql`accommodation.state IN (${raw(stateList(accommodationLifecycle, ...waiting))})`;
    const [open, decided] = [
      await findAccommodations(manager, sql`${waits} AND ${mine}`, sql`asked_at, accommodation.id`),
      await findAccommodations(
        manager,
        sql`decided_at IS NOT NULL AND ${mine}`,
        sql`decided_at DESC, accommodation.id LIMIT ${decidedShown}`,
      ),
    ];
    return { waiting: open.map(viewQueued), decided: decided.map(viewQueued) };
  }

  /** Why it is asked for: whoever looks is on the trail. @throws Refusal NOT_FOUND, DECISION_CONFLICT, DECLARATION_DUE */
  async one(caller: Caller, id: string): Promise<AccommodationToDecide> {
    return this.db.transaction(async (manager) => {
      const { entryId } = await findOne(manager, id);
      await demand(manager, caller, 'accommodation.decide', entryId);
      const [found] = await findAccommodations(manager, sql`accommodation.id = ${id}`);
      await recordViewing(manager, {
        actorId: caller.id,
        action: 'accommodation.viewed',
        subjectKind: 'accommodation',
        subjectId: id,
        entryId,
      });
      const before = await findStanding(manager, entryId);
      const replaced = before && before.id !== id ? before.measures : null;
      return { ...viewQueued(found!), ...viewGrounds(found!), standing: replaced };
    });
  }

  /**
   * As it was asked for or changed. More time reaches whoever is sitting at once, and whoever begins later from the start: who begins
   * at this moment has done so, and is reached, or waits and finds what is granted.
   *
   * @throws Refusal NOT_FOUND, DECISION_CONFLICT, DECLARATION_DUE, ACCOMMODATION_DECIDED, ACCOMMODATION_OVER, ACCOMMODATION_SHORTER
   */
  async approve(caller: Caller, id: string, { measures, reason }: ApprovalInput): Promise<void> {
    await this.act(caller, id, async (manager, { entryId }) => {
      const grants = planGrants(measures.extraTime, await findTimedParts(manager, entryId));
      const before = await findStanding(manager, entryId);
      if (before)
        await transition(manager, accommodations, before.id, {
          event: 'replace',
          actorId: caller.id,
          detail: { byId: id },
        });
      let deadlines = 0;
      for (const grant of grants ?? []) deadlines += await grantTime(manager, { entryId, ...grant });
      const approved = await transition(manager, accommodations, id, {
        event: 'approve',
        actorId: caller.id,
        guards: { 'not-over': isNotOver(entryId), 'no-conflict': vouched },
        set: { measures, answer: reason, decidedBy: caller.id, decidedAt: sql`clock()` },
        // Neither why nor what was shown: the trail is read by more people than may know.
        detail: { measures, grants, deadlines },
      });
      if (!approved) await refuseLate(manager, id);
      if (!grants) throw new Refusal('ACCOMMODATION_SHORTER');
      for (const grant of grants)
        await manager.insert(TimeGrant, {
          ...grant,
          entryId,
          cause: 'accommodation',
          accommodationId: id,
          givenBy: caller.id,
        });
    });
  }

  /** @throws Refusal NOT_FOUND, DECISION_CONFLICT, DECLARATION_DUE, ACCOMMODATION_DECIDED */
  async refuse(caller: Caller, id: string, reason: string): Promise<void> {
    await this.act(caller, id, async (manager) => {
      const refused = await transition(manager, accommodations, id, {
        event: 'refuse',
        actorId: caller.id,
        guards: { 'no-conflict': vouched },
        set: { answer: reason, decidedBy: caller.id, decidedAt: sql`clock()` },
      });
      if (!refused) throw new Refusal('ACCOMMODATION_DECIDED');
    });
  }

  /** Takes session and entry in the order of whoever begins a part. */
  private async act(
    caller: Caller,
    id: string,
    act: (manager: EntityManager, found: Accommodation) => Promise<void>,
  ): Promise<void> {
    await this.db.transaction(async (manager) => {
      const found = await findOne(manager, id);
      await holdInForce(manager);
      await holdSessionOf(manager, found.entryId);
      await lockForScoring(manager, found.entryId);
      await demand(manager, caller, 'accommodation.decide', found.entryId);
      await act(manager, found);
    });
  }
}

const findOne = async (manager: EntityManager, id: string): Promise<Accommodation> => {
  const found = await manager.findOneBy(Accommodation, { id });
  if (!found) throw new Refusal('NOT_FOUND');
  return found;
};

const findStanding = (manager: EntityManager, entryId: string): Promise<Accommodation | null> =>
  manager.findOneBy(Accommodation, { entryId, state: In(standing) });

const refuseLate = async (manager: EntityManager, id: string): Promise<never> => {
  const { state } = await findOne(manager, id);
  throw new Refusal(waiting.includes(state) ? 'ACCOMMODATION_OVER' : 'ACCOMMODATION_DECIDED');
};
