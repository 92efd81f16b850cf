import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { fallenEntryStates, Refusal, type CorrectNameInput, type EntryState } from '@ennead/contracts';
import { Enrolment, Person, recordAudit } from '@ennead/persistence';
import { holdInForce } from '@ennead/scoring';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand } from '../../http/demand.ts';
import { correctCertificates } from '../credentials/correct-certificates.ts';
import { findEntry } from '../enrolments/find-entry.ts';
import { lockPerson } from '../identity/lock-person.ts';
import { lockTries } from '../tries/lock-tries.ts';
import { answerName } from './name-question.ts';
import { voidNames } from './void-names.ts';

/** Whoever was only named, or is not in it any more. */
const absent: readonly EntryState[] = ['waiting', 'invited', ...fallenEntryStates];

/** Names that a registrar found to be others than the papers say. */
@Injectable()
export class NameCorrections {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /**
   * A name as the papers have it, with what was seen and why: its holder confirms it anew, and shows the papers anew, in every open
   * entry, and the certificates that they hold are issued anew.
   *
   * @throws Refusal as `demand` does
   */
  async correct(
    caller: Caller,
    id: string,
    { name, latinName, seen, reason }: CorrectNameInput,
  ): Promise<void> {
    await this.db.transaction(async (manager) => {
      const { candidateId, state } = await findEntry(manager, id);
      // Of whoever has not come about here, the desk has seen nobody.
      if (absent.includes(state)) throw new Refusal('ENTRY_ENDED');
      await holdInForce(manager);
      const person = await lockPerson(manager, candidateId);
      for (const enrolment of await manager.find(Enrolment, { where: { candidateId }, order: { id: 'ASC' } }))
        await lockTries(manager, enrolment.id);
      await demand(manager, caller, 'entry.clear', id);
      await answerName(manager, id, caller.id);
      // A writing that was given stays where none is given for it.
      const latin = latinName ?? person.latinName;
      if (person.name === name && person.latinName === latin) return;
      await manager.update(Person, { id: candidateId }, { name, latinName: latin });
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'person.name-corrected',
        subjectKind: 'person',
        subjectId: candidateId,
        entryId: id,
        detail: {
          before: { name: person.name, latinName: person.latinName },
          after: { name, latinName: latin },
          seen,
          reason,
        },
      });
      await voidNames(manager, { personId: candidateId, by: caller.id, cause: 'name-corrected' });
      const corrected = { personName: name, latinName: latin };
      await correctCertificates(manager, { personId: candidateId, actorId: caller.id, name: corrected });
    });
  }
}
