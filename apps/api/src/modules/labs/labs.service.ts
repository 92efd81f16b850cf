import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectQueue } from '@nestjs/bull';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type LabSessionView } from '@ennead/contracts';
import { labGradingJobOptions, labGradingQueue, type LabGradingJob } from '@ennead/contracts/internal';
import { ContentBank, LabSession, labSessions, readClock, transition, Verdict } from '@ennead/persistence';
import { requestId } from '@ennead/telemetry';
import sql from 'sql-template-tag';
import type { Queue } from 'bull';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { SETTINGS, type Settings } from '../../settings.ts';
import { beginPart, type PartPlace } from '../enrolments/begin-part.ts';
import { findOwnEntry } from '../enrolments/find-entry.ts';
import { findPart } from '../enrolments/part-window.ts';
import { makeLabSession } from './make-lab-session.ts';
import { viewLabSession } from './view-lab-session.ts';

@Injectable()
export class LabsService {
  private readonly logger = new Logger('Labs');

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @InjectQueue(labGradingQueue) private readonly grading: Queue<LabGradingJob>,
    private readonly bank: ContentBank,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Starts the lab of one part, or returns the one that was started. The clock runs from the first start. */
  async start(caller: Caller, entryId: string, partId: string): Promise<{ id: string }> {
    const { manager } = this.db;
    await findOwnEntry(manager, caller, entryId);
    const place = { entryId, partId, kind: 'lab' } as const;
    const { contentHash } = await findPart(manager, entryId, partId, place.kind);
    const { id } = (await findAt(manager, place)) ?? (await this.begin(caller, place, contentHash));
    return { id };
  }

  async view(caller: Caller, id: string): Promise<LabSessionView> {
    const session = await this.findOwn(caller, id);
    const manifest = await this.bank.lab(session.labHash);
    const visible = await this.bank.visible(manifest.visible);
    const verdict = await this.db.manager.findOne(Verdict, {
      where: { labSessionId: id },
      order: { gradedAt: 'DESC', id: 'ASC' },
    });
    return viewLabSession(session, { ...manifest, visible }, verdict, {
      now: await readClock(this.db),
      machinesAvailable: this.machinesAvailable,
    });
  }

  /** Freezes the work: from here on nothing the candidate does counts. Repeating it changes nothing. */
  async handIn(caller: Caller, id: string): Promise<LabSessionView> {
    const session = await this.findOwn(caller, id);
    const moved = await this.db.transaction((manager) =>
      transition(manager, labSessions, id, {
        event: 'hand-in',
        actorId: caller.id,
        set: { handedInAt: sql`clock()`, handInCause: 'candidate' },
        detail: { cause: 'candidate' },
      }),
    );
    if (moved) this.enqueueGrading(session);
    return this.view(caller, id);
  }

  /** @throws Refusal NOT_FOUND for anybody but the session's candidate. */
  async findOwn(caller: Caller, id: string): Promise<LabSession> {
    const session = await this.db.manager.findOneBy(LabSession, { id });
    if (!session) throw new Refusal('NOT_FOUND');
    await findOwnEntry(this.db.manager, caller, session.entryId);
    return session;
  }

  private get machinesAvailable(): boolean {
    return this.settings.RUNNER_URL !== undefined && this.settings.LABS_UNAVAILABLE_REASON === undefined;
  }

  /** The lab is the one that the session was scheduled with. */
  private async begin(caller: Caller, place: PartPlace, labHash: string): Promise<LabSession> {
    if (!this.machinesAvailable) throw new Refusal('LABS_UNAVAILABLE');
    const { lab } = await this.bank.lab(labHash);
    return this.db.transaction((manager) =>
      beginPart(manager, place, {
        find: () => findAt(manager, place),
        make: (part) => makeLabSession(manager, caller, { entryId: place.entryId, part, lab }),
      }),
    );
  }

  /** The runner's sweep finds what is not in the queue, so a Redis that is away delays grading and loses nothing. */
  private enqueueGrading({ id, gradingTries }: LabSession): void {
    this.grading
      .add({ labSessionId: id, requestId: requestId() }, labGradingJobOptions(id, gradingTries))
      .catch((fault: Error) => this.logger.warn(`Grading of ${id} waits for the sweep: ${fault.message}`));
  }
}

const findAt = (manager: EntityManager, { entryId, partId }: PartPlace): Promise<LabSession | null> =>
  manager.findOneBy(LabSession, { entryId, sessionPartId: partId });
