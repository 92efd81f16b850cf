import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { SignedVerdict } from '@ennead/contracts/internal';
import { labSessionLifecycle } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import {
  labSessions,
  readClock,
  transition,
  Verdict,
  type LabSession,
  type LabSnapshot,
} from '@ennead/persistence';
import { sign } from '@ennead/signing';
import sql from 'sql-template-tag';
import { DataSource, type EntityManager } from 'typeorm';
import { Labs } from '../labs/labs.ts';
import { LabFleet } from '../labs/lab-fleet.ts';
import { LiveLabSessions } from '../lab-sessions/live-lab-sessions.ts';
import { LabSessionStore } from '../lab-sessions/lab-session-store.ts';
import { SETTINGS, type Settings } from '../settings.ts';
import { gradeTree } from './grade-tree.ts';
import { PlatformFault } from './platform-fault.ts';

type Unnumbered = Omit<SignedVerdict, 'number'>;

@Injectable()
export class GradingService {
  private readonly logger = new Logger('Grading');

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly labs: Labs,
    private readonly store: LabSessionStore,
    private readonly live: LiveLabSessions,
    private readonly fleet: LabFleet,
  ) {}

  /**
   * Freezes and grades a session that was handed in. Doing it again, or twice at a time, changes nothing.
   *
   * @throws PlatformFault, or whatever kept it from being done; the session stays as it is and is tried again
   */
  async grade(labSessionId: string): Promise<void> {
    const handedIn = await this.store.find(labSessionId);
    if (!handedIn || !isAwaitingGrade(handedIn)) return;
    const lab = await this.labs.find(handedIn.labHash);
    await this.live.freeze(labSessionId);
    const session = await this.store.find(labSessionId);
    const snapshot = session?.snapshotId ? await this.store.findSnapshot(session.snapshotId) : null;
    if (!session || !snapshot) throw new PlatformFault('what was handed in is not stored');
    const files = { tree: snapshot.tree, contents: await this.store.readContents(snapshot.tree) };
    const { planHash, secretsHash, ...judged } = await this.labs.judgementOf(session);
    const score = await gradeTree(judged, files, () => this.fleet.claimForGrading(lab));
    const verdict: Unnumbered = {
      labSessionId,
      treeHash: snapshot.treeHash,
      planHash,
      secretsHash,
      fence: session.fence,
      ...score,
      gradedAt: (await readClock(this.db)).toISOString(),
    };
    const recorded = await this.record(session, snapshot, verdict);
    this.logger.log(`${labSessionId}: graded${recorded ? '' : ' by another already'}`);
  }

  /** Notes that grading failed for good for now: the candidate sees "delayed", an operator sees why. */
  async noteStalled(labSessionId: string, reason: string): Promise<void> {
    const session = await this.store.find(labSessionId);
    if (!session) return;
    const tries = session.gradingTries + 1;
    await this.db.transaction((manager) =>
      transition(manager, labSessions, labSessionId, {
        event: 'stall',
        actorId: null,
        guards: { tries: sql`grading_tries = ${session.gradingTries}` },
        set: { gradingTries: tries },
        detail: { reason, tries },
      }),
    );
    this.logger.error(`${labSessionId} could not be graded: ${reason}`);
  }

  private record(session: LabSession, snapshot: LabSnapshot, judged: Unnumbered): Promise<boolean> {
    const { labSessionId, scoreCents, treeHash, planHash, secretsHash } = judged;
    const gradedAt = new Date(judged.gradedAt);
    return this.db.transaction(async (manager) => {
      const graded = await transition(manager, labSessions, labSessionId, {
        event: 'grade',
        actorId: null,
        guards: {
          fence: sql`fence = ${session.fence}`,
          snapshot: sql`snapshot_id = ${snapshot.id}`,
        },
        set: { gradedAt },
        detail: { scoreCents, treeHash, planHash, secretsHash, labHash: session.labHash },
      });
      if (!graded) return false;
      const verdict = { ...judged, number: await nextNumber(manager, snapshot.id, judged) };
      const signature = await sign(
        'verdict',
        SignedVerdict.parse(verdict),
        this.settings.VERDICT_SIGNING_KEY,
      );
      await manager.insert(Verdict, { ...verdict, snapshotId: snapshot.id, signature, gradedAt });
      return true;
    });
  }
}

/** Counts gradings of the same files by the same suite; the session's row is locked by the caller's transaction. */
const nextNumber = async (
  manager: EntityManager,
  snapshotId: string,
  { labSessionId, planHash, secretsHash }: Unnumbered,
): Promise<number> =>
  (await manager.countBy(Verdict, { labSessionId, snapshotId, planHash, secretsHash })) + 1;

const isAwaitingGrade = ({ state }: LabSession): boolean =>
  sourcesOf(labSessionLifecycle, 'grade').includes(state);
