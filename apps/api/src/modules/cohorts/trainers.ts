import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type CohortSummary, type TrainerView } from '@ennead/contracts';
import { Cohort, Person, recordAudit } from '@ennead/persistence';
import { ArrayContains, DataSource, IsNull } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand } from '../../http/demand.ts';
import { institutionOf } from './institution-of.ts';
import { summariseCohort } from './summarise-cohort.ts';
import { setTrainersOf } from './trainers-of.ts';

/** Who trains a cohort, and who may. */
@Injectable()
export class Trainers {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Those of the caller's institution who may be named as trainers. */
  list(caller: Caller, manager = this.db.manager): Promise<TrainerView[]> {
    return manager.find(Person, {
      where: {
        institutionId: institutionOf(caller),
        roles: ArrayContains(['trainer']),
        disabledAt: IsNull(),
      },
      order: { name: 'ASC' },
    });
  }

  async set(caller: Caller, id: string, trainerIds: readonly string[]): Promise<CohortSummary> {
    const unique = [...new Set(trainerIds)];
    const cohort = await this.db.transaction(async (manager) => {
      // One after another, so that each line in the trail begins where the one before it ended.
      const found = await manager.findOne(Cohort, { where: { id }, lock: { mode: 'pessimistic_write' } });
      await demand(manager, caller, 'cohort.manage', id);
      const nameable = new Set((await this.list(caller, manager)).map((trainer) => trainer.id));
      if (!unique.every((trainerId) => nameable.has(trainerId))) throw new Refusal('TRAINER_UNKNOWN');
      const before = await setTrainersOf(manager, id, unique);
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'cohort.trainers-set',
        subjectKind: 'cohort',
        subjectId: id,
        detail: { before, after: unique },
      });
      return found!;
    });
    return summariseCohort(this.db.manager, cohort);
  }
}
