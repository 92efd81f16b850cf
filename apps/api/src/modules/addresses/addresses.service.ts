import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  Refusal,
  type AddressesPage,
  type AddressesQuery,
  type ConfirmAddressesInput,
  type ConfirmAddressInput,
  type ConfirmedAddressesView,
} from '@ennead/contracts';
import { isMereCandidate, Person, readClock, recordAudit } from '@ennead/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand, demandDeclared } from '../../http/demand.ts';
import { lockPerson } from '../identity/lock-person.ts';
import { findUnconfirmed } from './find-unconfirmed.ts';

/** Addresses that no letter can confirm: a registrar who saw the person and their papers does it instead. */
@Injectable()
export class AddressesService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  list(caller: Caller, query: AddressesQuery): Promise<AddressesPage> {
    return findUnconfirmed(this.db.manager, caller, query);
  }

  /**
   * Of mere candidates alone: whoever may do more shows their own mailbox by its link, and nobody vouches for a colleague or themselves.
   *
   * @throws Refusal NOT_FOUND, DECISION_CONFLICT, DECLARATION_DUE, ADDRESS_NOT_CANDIDATES, ADDRESS_OTHER, ADDRESS_CONFIRMED
   */
  async confirm(caller: Caller, id: string, { email, proof, reason }: ConfirmAddressInput): Promise<void> {
    await this.db.transaction(async (manager) => {
      if (!(await manager.existsBy(Person, { id }))) throw new Refusal('NOT_FOUND');
      const person = await lockPerson(manager, id);
      await demandUntied(manager, caller, id);
      if (!(await isMereCandidate(manager, person))) throw new Refusal('ADDRESS_NOT_CANDIDATES');
      if (person.disabledAt || person.passwordHash === null) throw new Refusal('NOT_FOUND');
      if (person.email !== email) throw new Refusal('ADDRESS_OTHER');
      if (person.emailConfirmedAt) throw new Refusal('ADDRESS_CONFIRMED');
      await manager.update(Person, { id }, { emailConfirmedAt: await readClock(manager) });
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'address.vouched',
        subjectKind: 'person',
        subjectId: id,
        detail: { proof, reason },
      });
    });
  }

  /** Each by itself: what stands against one keeps no other back. */
  async confirmMany(
    caller: Caller,
    { people, ...vouched }: ConfirmAddressesInput,
  ): Promise<ConfirmedAddressesView> {
    const refused: ConfirmedAddressesView['refused'] = [];
    for (const { id, email } of people)
      try {
        await this.confirm(caller, id, { email, ...vouched });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused.push({ personId: id, code: error.code });
      }
    return { done: people.length - refused.length, refused };
  }
}

/** Whose address counts decides who sits: nobody says it of somebody whom they could not act for in a case. */
const demandUntied = async (manager: EntityManager, caller: Caller, personId: string): Promise<void> => {
  await demandDeclared(manager, caller);
  const entries: { id: string }[] = await manager.query(
    `SELECT entry.id FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id
     WHERE enrolment.candidate_id = $1 ORDER BY entry.id`,
    [personId],
  );
  for (const { id } of entries) await demand(manager, caller, 'identity.confirm', id);
};
