import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectQueue } from '@nestjs/bull';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type LabSessionView } from '@ennead/contracts';
import { labGradingJobOptions, labGradingQueue, type LabGradingJob } from '@ennead/contracts/internal';
import type { Content, LoadedLab } from '@ennead/content';
import { Entry, ExamSession, LabSession, readClock, recordAudit, Verdict } from '@ennead/persistence';
import type { Queue } from 'bull';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { CONTENT } from '../../infrastructure/content.ts';
import { SETTINGS, type Settings } from '../../settings.ts';
import { viewLabSession } from './view-lab-session.ts';

@Injectable()
export class LabsService {
  private readonly logger = new Logger('Labs');

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @InjectQueue(labGradingQueue) private readonly grading: Queue<LabGradingJob>,
    @Inject(CONTENT) private readonly content: Content,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Starts the lab of an entry, or returns the one that was started. The clock runs from the first start. */
  async start(caller: Caller, entryId: string): Promise<{ id: string }> {
    const entry = await this.db.manager.findOneBy(Entry, { id: entryId, candidateId: caller.id });
    if (!entry) throw new Refusal('NOT_FOUND');
    const started = await this.db.manager.findOneBy(LabSession, { entryId });
    if (started) return { id: started.id };
    if (!this.machinesAvailable) throw new Refusal('LABS_UNAVAILABLE');
    const session = await this.db.manager.findOneByOrFail(ExamSession, { id: entry.examSessionId });
    const loaded = this.labOf(session.labId);
    const now = await readClock(this.db);
    if (now < session.opensAt || now >= session.closesAt) throw new Refusal('LAB_WINDOW_CLOSED');
    return this.insertSession(caller, entryId, loaded, now, session.closesAt);
  }

  async view(caller: Caller, id: string): Promise<LabSessionView> {
    const session = await this.findOwn(caller, id);
    const verdict = await this.db.manager.findOneBy(Verdict, { labSessionId: id });
    return viewLabSession(session, this.labOf(session.labId), verdict, {
      now: await readClock(this.db),
      machinesAvailable: this.machinesAvailable,
    });
  }

  /** Freezes the work: from here on nothing the candidate does counts. Repeating it changes nothing. */
  async handIn(caller: Caller, id: string): Promise<LabSessionView> {
    const session = await this.findOwn(caller, id);
    const moved = await this.db.transaction(async (manager) => {
      const update = await manager.update(
        LabSession,
        { id, state: 'open' },
        { state: 'handed-in', handedInAt: () => 'clock()', handInCause: 'candidate' },
      );
      if (update.affected !== 1) return false;
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'lab-session.handed-in',
        subjectKind: 'lab-session',
        subjectId: id,
        entryId: session.entryId,
        detail: { cause: 'candidate' },
      });
      return true;
    });
    if (moved) this.enqueueGrading(session);
    return this.view(caller, id);
  }

  /** @throws Refusal NOT_FOUND for anybody but the session's candidate. */
  async findOwn(caller: Caller, id: string): Promise<LabSession> {
    const session = await this.db.manager.findOneBy(LabSession, { id });
    const own =
      session &&
      (await this.db.manager.existsBy(Entry, { id: session.entryId, candidateId: caller.id }));
    if (!session || !own) throw new Refusal('NOT_FOUND');
    return session;
  }

  private get machinesAvailable(): boolean {
    return this.settings.RUNNER_URL !== undefined && this.settings.LABS_UNAVAILABLE_REASON === undefined;
  }

  private labOf(labId: string): LoadedLab {
    const loaded = this.content.labs.get(labId);
    if (!loaded) throw new Refusal('NOT_FOUND');
    return loaded;
  }

  private insertSession(
    caller: Caller,
    entryId: string,
    { lab, hash }: LoadedLab,
    now: Date,
    closesAt: Date,
  ): Promise<{ id: string }> {
    return this.db.transaction(async (manager) => {
      const deadlineAt = new Date(Math.min(now.getTime() + lab.durationSec * 1000, closesAt.getTime()));
      const inserted: { id: string }[] = await manager.query(
        `INSERT INTO lab_session (entry_id, lab_id, lab_version, lab_hash, state, started_at, deadline_at)
         VALUES ($1, $2, $3, $4, 'open', $5, $6) ON CONFLICT (entry_id) DO NOTHING RETURNING id`,
        [entryId, lab.id, lab.version, hash, now, deadlineAt],
      );
      const [row] = inserted;
      // A second click that lost the race: the first one's session is the session.
      if (!row) return { id: (await manager.findOneByOrFail(LabSession, { entryId })).id };
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'lab-session.started',
        subjectKind: 'lab-session',
        subjectId: row.id,
        entryId,
        detail: { labId: lab.id, labHash: hash },
      });
      return row;
    });
  }

  /** The runner's sweep finds what is not in the queue, so a Redis that is away delays grading and loses nothing. */
  private enqueueGrading({ id, gradingTries }: LabSession): void {
    this.grading
      .add({ labSessionId: id }, labGradingJobOptions(id, gradingTries))
      .catch((fault: Error) => this.logger.warn(`Grading of ${id} waits for the sweep: ${fault.message}`));
  }
}
