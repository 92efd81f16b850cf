import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type CaseInterestInput, type InterestInput, type InterestsView } from '@ennead/contracts';
import { addInZone, endOfDay, startOfDay } from '@ennead/domain';
import {
  Institution,
  Interest,
  InterestDeclaration,
  Person,
  readBars,
  readClock,
  recordAudit,
} from '@ennead/persistence';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand } from '../../http/demand.ts';
import { findEntry } from '../enrolments/find-entry.ts';
import { declareInterest } from './declare-interest.ts';
import { recordDeclaration } from './record-declaration.ts';

/** What whoever acts on cases says of themselves: it bars from the next act on, and is never unsaid. */
@Injectable()
export class InterestsService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async view(caller: Caller): Promise<InterestsView> {
    const { manager } = this.db;
    const { declaration, timeZone } = await readBars(manager);
    const own = await manager.find(Interest, {
      where: { personId: caller.id },
      order: { declaredAt: 'DESC' },
    });
    const institutions = await manager.find(Institution, { order: { id: 'ASC' } });
    const [last] = await manager.find(InterestDeclaration, {
      where: { personId: caller.id },
      order: { at: 'DESC' },
      take: 1,
    });
    const holds =
      last && declaration && addInZone(last.at.toISOString(), { months: declaration.months }, timeZone);
    return {
      interests: own.map(({ id, tie, email, institutionId, note, declaredAt, fromAt, endedAt, untilAt }) => ({
        id,
        tie,
        email,
        institution: institutions.find((each) => each.id === institutionId) ?? null,
        note,
        declaredAt: declaredAt.toISOString(),
        since: fromAt?.toISOString() ?? null,
        endedAt: (endedAt ?? untilAt)?.toISOString() ?? null,
      })),
      declaredAt: last?.at.toISOString() ?? null,
      holdsUntil: holds ?? null,
      isDue: declaration !== null && !(last && last.at > declaration.since),
      institutions,
    };
  }

  /** @throws Refusal NOT_FOUND for an institution that is none, INPUT_INVALID for days that are still to come, or an end before its beginning */
  async declare(caller: Caller, input: InterestInput): Promise<InterestsView> {
    const { tie, email, institutionId, sinceOn, endedOn, note } = input;
    await this.db.transaction(async (manager) => {
      if (institutionId && !(await manager.existsBy(Institution, { id: institutionId })))
        throw new Refusal('NOT_FOUND');
      // Whether anybody has the address is no business of whoever declares: the tie is kept either way.
      const person = email === null ? null : await manager.findOneBy(Person, { email });
      if (person?.id === caller.id)
        throw new Refusal('INPUT_INVALID', [{ path: 'email', message: 'oneself' }]);
      await declareInterest(manager, {
        personId: caller.id,
        tie,
        email,
        candidateId: person?.id ?? null,
        institutionId,
        note,
        ...(await termOf(manager, { sinceOn, endedOn })),
      });
    });
    return this.view(caller);
  }

  /** From now on; it bars as long after as the scheme says. @throws Refusal NOT_FOUND unless it is the caller's and holds */
  async end(caller: Caller, id: string): Promise<InterestsView> {
    await this.db.transaction(async (manager) => {
      const ended = await manager.update(
        Interest,
        { id, personId: caller.id, endedAt: IsNull(), untilAt: IsNull() },
        { untilAt: await readClock(manager) },
      );
      if (ended.affected !== 1) throw new Refusal('NOT_FOUND');
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'interest.ended',
        subjectKind: 'interest',
        subjectId: id,
      });
    });
    return this.view(caller);
  }

  async confirm(caller: Caller): Promise<InterestsView> {
    await this.db.transaction(async (manager) => {
      const id = await recordDeclaration(manager, caller.id);
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'interest.confirmed',
        subjectKind: 'person',
        subjectId: caller.id,
        detail: { declarationId: id },
      });
    });
    return this.view(caller);
  }

  /** Of the candidate of a case: from then on it is closed to the caller. */
  async leaveCase(caller: Caller, entryId: string, { tie, note }: CaseInterestInput): Promise<void> {
    await this.db.transaction(async (manager) => {
      await demand(manager, caller, 'case.leave', entryId);
      const { candidateId } = await findEntry(manager, entryId);
      await declareInterest(manager, { personId: caller.id, tie, candidateId, entryId, note });
    });
  }
}

/** From the beginning of the first day to the end of the last, in the zone of the scheme. */
const termOf = async (
  manager: EntityManager,
  { sinceOn, endedOn }: Pick<InterestInput, 'sinceOn' | 'endedOn'>,
): Promise<Pick<Interest, 'fromAt' | 'endedAt'>> => {
  const { timeZone, now } = await readBars(manager);
  const fromAt = sinceOn === null ? null : new Date(startOfDay(`${sinceOn}T12:00:00Z`, timeZone));
  const endedAt = endedOn === null ? null : new Date(endOfDay(`${endedOn}T12:00:00Z`, timeZone));
  if (fromAt && fromAt > now)
    throw new Refusal('INPUT_INVALID', [{ path: 'sinceOn', message: 'still to come' }]);
  if (endedAt && endedAt > now)
    throw new Refusal('INPUT_INVALID', [{ path: 'endedOn', message: 'still to come' }]);
  if (fromAt && endedAt && fromAt > endedAt)
    throw new Refusal('INPUT_INVALID', [{ path: 'endedOn', message: 'before it began' }]);
  return { fromAt, endedAt };
};
