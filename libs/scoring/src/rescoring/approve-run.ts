import { Refusal, scoreRunLifecycle } from '@ennead/contracts';
import { PlannedChange, shelfOf, type Holding, type InForceKind } from '@ennead/contracts/internal';
import { canonicalJson, sourcesOf } from '@ennead/domain';
import { Approval, ScoreRun, scoreRuns, transition, type ContentBank } from '@ennead/persistence';
import sql from 'sql-template-tag';
import { In, Not, type EntityManager } from 'typeorm';
import { lockInForce } from '../lock-for-scoring.ts';
import { findOutdated } from './find-outdated.ts';
import { refuseAsker } from './refuse-asker.ts';
import { refuseTiedToRun } from './refuse-tied.ts';
import { resolveChange, type ResolvedChange } from './resolve-change.ts';

export type Approver = { readonly id: string; readonly reason: string };
/** `outdated`: the run is stale now, and nothing else has changed. */
export type ApprovalOutcome = 'approved' | 'outdated';

/**
 * A second person's yes, and with it what the change brings into force: whatever is scored from then on is scored by
 * it. Nobody scores while it moves. A run whose lines no longer fit brings nothing into force: it becomes stale. And one
 * is approved at a time: lines can be compared with what counts only while no other run is on its way through entries.
 *
 * @throws Refusal SCORE_RUN_SAME_PERSON; CELL_CONFLICT as `refuseTied` does; SCORE_RUN_UNDER_WAY naming the run that has to reach its end first;
 *   SCORE_RUN_CLOSED unless the run waits for approval
 */
export const approveRun = async (
  manager: EntityManager,
  bank: ContentBank,
  run: ScoreRun,
  approver: Approver,
): Promise<ApprovalOutcome> => {
  await lockInForce(manager);
  const askedBy = refuseAsker(run, approver);
  await refuseTiedToRun(manager, approver.id, run.id);
  await refuseUnderWay(manager, run.id);
  const { change, holding } = PlannedChange.parse(run.change);
  const resolved = await resolveChange(manager, bank, change);
  const stale = await findOutdated(manager, run.id);
  if (resolved.hash !== holding.hash || stale.length > 0) {
    await outdate(manager, run.id, approver, stale);
    return 'outdated';
  }
  const approved = await transition(manager, scoreRuns, run.id, {
    event: 'approve',
    actorId: approver.id,
    guards: { 'second-person': sql`asked_by <> ${approver.id}` },
    detail: { reason: approver.reason },
  });
  if (!approved) throw new Refusal('SCORE_RUN_CLOSED');
  await manager.insert(Approval, {
    subjectKind: 'score-run',
    subjectId: run.id,
    act: 'apply',
    askedBy,
    answeredBy: approver.id,
    answer: 'agree',
    reason: approver.reason,
  });
  await bringIntoForce(manager, bank, resolved, run.id);
  return 'approved';
};

const refuseUnderWay = async (manager: EntityManager, runId: string): Promise<void> => {
  const other = await manager.findOneBy(ScoreRun, {
    id: Not(runId),
    state: In(sourcesOf(scoreRunLifecycle, 'apply')),
  });
  if (other) throw new Refusal('SCORE_RUN_UNDER_WAY', [{ path: 'runId', message: other.id }]);
};

/** Only while it waits for approval: one that is approved by now has done its part. */
const outdate = async (
  manager: EntityManager,
  runId: string,
  { id: actorId, reason }: Approver,
  stale: readonly string[],
): Promise<void> => {
  const { state } = await manager.findOneByOrFail(ScoreRun, { id: runId });
  const isWaiting = sourcesOf(scoreRunLifecycle, 'approve').includes(state);
  const outdated =
    isWaiting &&
    (await transition(manager, scoreRuns, runId, { event: 'outdate', actorId, detail: { reason, stale } }));
  if (!outdated) throw new Refusal('SCORE_RUN_CLOSED');
};

const bringIntoForce = async (
  manager: EntityManager,
  bank: ContentBank,
  { kind, scope, ofHash, hash, body }: ResolvedChange,
  runId: string,
): Promise<void> => {
  if (body) await addKey(manager, hash, Buffer.from(canonicalJson(body)));
  await hold(manager, { kind, scope, ofHash, hash, runId });
  if (kind !== 'plan') return;
  // Another plan of the same cases is judged by what they send and expect already.
  const replaced = (await bank.inForceOf([ofHash, hash], 'secrets', scope, manager)) as Map<string, string>;
  const secrets = replaced.get(ofHash);
  if (secrets && !replaced.has(hash))
    await hold(manager, { kind: 'secrets', scope, ofHash: hash, hash: secrets, runId });
};

type Held = Omit<Holding, 'kind'> & { readonly kind: InForceKind; readonly runId: string };

const hold = (manager: EntityManager, { kind, scope, ofHash, hash, runId }: Held): Promise<unknown> =>
  manager.query(
    `INSERT INTO in_force (of_hash, kind, scope, hash, run_id) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (of_hash, kind, scope) DO UPDATE
     SET hash = excluded.hash, since = clock(), run_id = excluded.run_id`,
    [ofHash, kind, scope, hash, runId],
  );

/** The same key may have been made before. */
const addKey = async (manager: EntityManager, hash: string, bytes: Buffer): Promise<void> => {
  await manager.query(
    `INSERT INTO content_body (hash, shelf, kind, size_bytes) VALUES ($1, $2, 'key', $3) ON CONFLICT DO NOTHING`,
    [hash, shelfOf.key, bytes.length],
  );
  await manager.query('INSERT INTO body_key (hash, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    hash,
    bytes,
  ]);
};
