import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { markingDays, type AssessmentView } from '@ennead/contracts';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { findHandedBack, findLoads, findOpenScripts, findWaitingScripts } from './find-scripts.ts';

/** How the marking goes, for whoever looks after it: scripts by their codes, never whose they are. */
@Injectable()
export class AssessmentService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async view(caller: Caller): Promise<AssessmentView> {
    const { manager } = this.db;
    const [scripts, loads, handedBack] = await Promise.all([
      findOpenScripts(manager, caller),
      findLoads(manager, caller),
      findHandedBack(manager, caller),
    ]);
    const overdue = (reviewerId: string, kind: string) =>
      scripts.filter((one) => one.isOverdue && one.reviewer.id === reviewerId && one.kind === kind).length;
    return {
      dueDays: markingDays,
      scripts,
      waiting: await findWaitingScripts(manager, caller, loads),
      reviewers: loads.map((load) => ({ ...load, overdueCount: overdue(load.id, load.kind) })),
      handedBack,
    };
  }
}
