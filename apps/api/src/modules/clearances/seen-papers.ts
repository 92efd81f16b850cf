import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  hasTooFewYears,
  Refusal,
  type SeenExperienceInput,
  type SeenIdentitiesInput,
  type SeenIdentitiesView,
  type SeenIdentityInput,
  type WithdrawSeenInput,
} from '@ennead/contracts';
import { ContentBank, Entry } from '@ennead/persistence';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { findMissing } from '../enrolments/demand-cleared.ts';
import { findEntry } from '../enrolments/find-entry.ts';
import { lockPerson } from '../identity/lock-person.ts';
import { lockAsked } from './lock-asked.ts';
import { recordClearance } from './record-clearance.ts';
import { voidClearance } from './void-clearance.ts';
import { yearsAsked } from './years-asked.ts';

/** What the registrar has seen of somebody, of papers and in person; nobody whom something ties to its candidate. */
@Injectable()
export class SeenPapers {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly bank: ContentBank,
  ) {}

  /** @throws Refusal as `demand` does; ENTRY_ENDED, ENTRY_NOT_TAKEN, CLEARANCE_NOT_ASKED, DECISION_EXPERIENCE_SHORT */
  async seeExperience(caller: Caller, id: string, { met, years, seen }: SeenExperienceInput): Promise<void> {
    await this.db.transaction(async (manager) => {
      const { session } = await lockAsked(manager, id, 'experience', caller);
      const asked = yearsAsked(await this.bank.scheme(session.schemeHash), session.level);
      if (hasTooFewYears({ met, years }, asked))
        throw new Refusal('DECISION_EXPERIENCE_SHORT', [{ path: 'years', message: 'fewer than asked' }]);
      await recordClearance(manager, {
        entryId: id,
        kind: 'experience',
        holds: met,
        by: caller.id,
        detail: { years, seen },
      });
    });
  }

  /**
   * The papers were held against the name that the desk showed; what has become of it since nobody has compared.
   *
   * @throws Refusal as `demand` does; ENTRY_ENDED, ENTRY_NOT_TAKEN, CLEARANCE_NOT_ASKED; NAME_CHANGED with the name as it is now
   */
  async seeIdentity(caller: Caller, id: string, { how, note, seen }: SeenIdentityInput): Promise<void> {
    await this.db.transaction(async (manager) => {
      // Whoever gives another name at this moment has done so, or finds that it was seen.
      const { name, latinName } = await lockPerson(manager, (await findEntry(manager, id)).candidateId);
      await lockAsked(manager, id, 'identity', caller);
      if (seen.name !== name || seen.latinName !== latinName)
        throw new Refusal('NAME_CHANGED', [
          { path: 'name', message: name },
          { path: 'latinName', message: latinName ?? '' },
        ]);
      await recordClearance(manager, {
        entryId: id,
        kind: 'identity',
        holds: true,
        by: caller.id,
        detail: { how, note, name, latinName },
      });
    });
  }

  /** For a hall, each by itself: what stands against one keeps no other back. Entries of another session are not there. */
  async seeIdentities(
    caller: Caller,
    sessionId: string,
    { entries, ...paper }: SeenIdentitiesInput,
  ): Promise<SeenIdentitiesView> {
    const refused: SeenIdentitiesView['refused'] = [];
    for (const { entryId, ...seen } of entries)
      try {
        const { examSessionId } = await findEntry(this.db.manager, entryId);
        if (examSessionId !== sessionId) throw new Refusal('NOT_FOUND');
        await this.seeIdentity(caller, entryId, { ...paper, seen });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused.push({ entryId, code: error.code });
      }
    return { done: entries.length - refused.length, refused };
  }

  /**
   * What was set down by mistake, until somebody has begun upon it. What was seen for an earlier entry, and kept for this one, stays there.
   *
   * @throws Refusal as `demand` does; ENTRY_ENDED, ENTRY_NOT_TAKEN, CLEARANCE_NOT_ASKED, CLEARANCE_RELIED_ON, CLEARANCE_NOT_GIVEN
   */
  async withdraw(caller: Caller, id: string, { kind, reason }: WithdrawSeenInput): Promise<void> {
    await this.db.transaction(async (manager) => {
      await lockAsked(manager, id, kind, caller);
      const { firstSatAt } = await manager.findOneByOrFail(Entry, { id });
      if (firstSatAt !== null) throw new Refusal('CLEARANCE_RELIED_ON');
      if ((await findMissing(manager, [id])).get(id)?.includes(kind))
        throw new Refusal('CLEARANCE_NOT_GIVEN');
      await voidClearance(manager, {
        entryId: id,
        kind,
        by: caller.id,
        detail: { cause: 'withdrawn', reason },
      });
    });
  }
}
