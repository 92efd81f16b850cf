import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { labSessionLifecycle, type Lab } from '@ennead/contracts';
import type { LabFile, LabPlan, LabSuite } from '@ennead/contracts/internal';
import { decodeFiles, hashContent, joinSuite, sourcesOf } from '@ennead/domain';
import { ContentBank, stateList, type LabSession } from '@ennead/persistence';
import { DataSource } from 'typeorm';
import { PlatformFault } from '../grading/platform-fault.ts';

const running = stateList(labSessionLifecycle, ...sourcesOf(labSessionLifecycle, 'expire'));

/** A lab as its sessions were scheduled with it, without what only the judge may know. */
export interface HeldLab {
  readonly hash: string;
  readonly lab: Lab;
  readonly visible: LabSuite;
  readonly starter: readonly LabFile[];
  readonly environmentHash: string;
  readonly planHash: string;
  /** Labs with the same key can use each other's machines: same image, same limits, same files in it. */
  readonly machineKey: string;
}

/** What holds for a lab's work at the moment of judging. */
export interface Judgement {
  readonly plan: LabPlan;
  readonly suite: LabSuite;
  readonly planHash: string;
  readonly secretsHash: string;
}

/** Labs by the hash that a session pinned, read from the bank. */
@Injectable()
export class Labs {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly bank: ContentBank,
  ) {}

  /** @throws ContentFault naming what of the lab is missing or altered */
  async find(hash: string): Promise<HeldLab> {
    const { lab, starter, environment, visible, plan } = await this.bank.lab(hash);
    return {
      hash,
      lab,
      visible: await this.bank.visible(visible),
      starter: decodeFiles(await this.bank.starter(starter)),
      environmentHash: environment,
      planHash: plan,
      machineKey: hashContent({ environment, starter, limits: lab.limits }),
    };
  }

  /** What the lab's image is built from. */
  async environmentOf({ environmentHash }: HeldLab): Promise<LabFile[]> {
    return decodeFiles(await this.bank.environment(environmentHash));
  }

  /** Live labs, and those of sessions that are not over, or that somebody with more time still works in. */
  async findWanted(): Promise<HeldLab[]> {
    const rows: { hash: string }[] = await this.db.query(
      `SELECT hash FROM content_version WHERE kind = 'lab' AND state = 'live'
       UNION
       SELECT part.content_hash FROM session_part part
       JOIN exam_session session ON session.id = part.exam_session_id
       WHERE part.kind = 'lab' AND (coalesce(part.closes_at, session.closes_at) > clock()
         OR EXISTS (SELECT FROM lab_session own WHERE own.session_part_id = part.id AND own.state IN (${running})))
       ORDER BY hash`,
    );
    return Promise.all(rows.map(({ hash }) => this.find(hash)));
  }

  /**
   * The suite that a session's work is judged by: the plan in force for its lab, and the secrets in force for that
   * plan. @throws PlatformFault where no secrets hold
   */
  async judgementOf({ labHash, sessionPartId }: LabSession): Promise<Judgement> {
    const scope = await this.scopeOf(sessionPartId);
    const pinned = (await this.bank.lab(labHash)).plan;
    const planHash = (await this.bank.inForce(pinned, 'plan', scope)) ?? pinned;
    const secretsHash = await this.bank.inForce(planHash, 'secrets', scope);
    if (!secretsHash) throw new PlatformFault(`no secrets are in force for the plan ${planHash}`);
    const plan = await this.bank.plan(planHash);
    return { plan, suite: joinSuite(plan, await this.bank.secrets(secretsHash)), planHash, secretsHash };
  }

  private async scopeOf(sessionPartId: string): Promise<string | undefined> {
    const [part]: { examSessionId: string }[] = await this.db.query(
      'SELECT exam_session_id AS "examSessionId" FROM session_part WHERE id = $1',
      [sessionPartId],
    );
    return part?.examSessionId;
  }
}
