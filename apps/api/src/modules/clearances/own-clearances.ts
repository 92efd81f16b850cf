import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { isSameName, Refusal, type ApplicationInput, type NamesInput } from '@ennead/contracts';
import { Person, recordAudit } from '@ennead/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { matchShown } from '../agreements/match-shown.ts';
import { findMissing } from '../enrolments/demand-cleared.ts';
import { findOwnEntry } from '../enrolments/find-entry.ts';
import { demandConfirmed } from '../identity/demand-confirmed.ts';
import { lockPerson } from '../identity/lock-person.ts';
import { recordAgreements } from '../pages/record-agreements.ts';
import { lockAsked } from './lock-asked.ts';
import { isNameAsked } from './name-question.ts';
import { recordClearance } from './record-clearance.ts';
import { voidNames } from './void-names.ts';

/** What candidates give themselves before the first part of an entry of their own: nobody whose address is not shown to be theirs. */
@Injectable()
export class OwnClearances {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /**
   * Signs the application by the own name, and accepts what an entry asks, as it was shown. Signed twice it is signed once.
   *
   * @throws Refusal NOT_FOUND, ADDRESS_UNCONFIRMED, ENTRY_ENDED, CLEARANCE_NOT_ASKED, NAME_DIFFERS, AGREEMENT_CHANGED
   */
  async sign(caller: Caller, entryId: string, { name, documents }: ApplicationInput): Promise<void> {
    await findOwnEntry(this.db.manager, caller, entryId);
    await demandConfirmed(this.db.manager, caller.id);
    await this.db.transaction(async (manager) => {
      const person = await lockPerson(manager, caller.id);
      await lockAsked(manager, entryId, 'application');
      refuseOtherName(person, name);
      const shown = await matchShown(manager, documents);
      if (!(await isMissing(manager, entryId, 'application'))) return;
      await recordAgreements(manager, { personId: caller.id, entryId, documents: shown });
      await recordClearance(manager, {
        entryId,
        kind: 'application',
        holds: true,
        by: caller.id,
        detail: {
          name: person.name,
          documents: shown.map(({ document, version, hash }) => ({ document, version, hash })),
        },
      });
    });
  }

  /**
   * Confirms the own name in both scripts. The Latin one is given here; whoever has sat under it has it changed by the registrar alone,
   * and whoever has shown their papers under another shows them once more.
   *
   * @throws Refusal NOT_FOUND, ADDRESS_UNCONFIRMED, ENTRY_ENDED, CLEARANCE_NOT_ASKED, NAME_ASKED, NAME_DIFFERS, NAME_SETTLED
   */
  async confirmNames(caller: Caller, entryId: string, { name, latinName }: NamesInput): Promise<void> {
    await findOwnEntry(this.db.manager, caller, entryId);
    await demandConfirmed(this.db.manager, caller.id);
    await this.db.transaction(async (manager) => {
      const person = await lockPerson(manager, caller.id);
      await lockAsked(manager, entryId, 'names');
      if (await isNameAsked(manager, entryId)) throw new Refusal('NAME_ASKED');
      refuseOtherName(person, name);
      const isSame = person.latinName === latinName;
      if (isSame && !(await isMissing(manager, entryId, 'names'))) return;
      if (!isSame) await giveLatinName(manager, person, { entryId, latinName });
      await recordClearance(manager, {
        entryId,
        kind: 'names',
        holds: true,
        by: caller.id,
        detail: { name: person.name, latinName },
      });
    });
  }
}

const isMissing = async (
  manager: EntityManager,
  entryId: string,
  kind: 'application' | 'names',
): Promise<boolean> => (await findMissing(manager, [entryId])).get(entryId)?.includes(kind) ?? false;

/** It does not matter on what keyboard it was typed; what is kept is how the account has it. */
const refuseOtherName = (person: Person, name: string): void => {
  if (!isSameName(person.name, name))
    throw new Refusal('NAME_DIFFERS', [{ path: 'name', message: 'not the name of the account' }]);
};

const giveLatinName = async (
  manager: EntityManager,
  person: Person,
  { entryId, latinName }: { readonly entryId: string; readonly latinName: string },
): Promise<void> => {
  const before = person.latinName;
  if (before !== null && (await hasSat(manager, person.id))) throw new Refusal('NAME_SETTLED');
  await voidNames(manager, {
    personId: person.id,
    by: person.id,
    cause: 'latin-name-given',
    confirmedIn: entryId,
  });
  await manager.update(Person, { id: person.id }, { latinName });
  await recordAudit(manager, {
    actorId: person.id,
    action: 'person.latin-name-given',
    subjectKind: 'person',
    subjectId: person.id,
    detail: { before, after: latinName },
  });
};

const hasSat = async (manager: EntityManager, personId: string): Promise<boolean> => {
  const sat: unknown[] = await manager.query(
    `SELECT FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id
     WHERE enrolment.candidate_id = $1 AND entry.first_sat_at IS NOT NULL LIMIT 1`,
    [personId],
  );
  return sat.length > 0;
};
