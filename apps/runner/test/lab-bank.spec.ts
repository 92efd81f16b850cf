import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashContent } from '@ennead/domain';
import { ContentBank, Verdict, type LabSession } from '@ennead/persistence';
import { eventually, holdByRun, makeClockShiftable, shiftClock } from '@ennead/testing';
import type { Runner } from '../src/start-runner.ts';
import { aLoadedLab, goodCode, service } from './a-lab.ts';
import { aLabSession, aRunnerBed, graded, handIn, type OfferedLab, type RunnerBed } from './a-runner.ts';

/** The lab's files were edited: it starts from other code, and its suite wants cubes and has other weights. */
const edited = () => {
  const lab = aLoadedLab();
  const suite = structuredClone(lab.suite);
  suite.checks[0]!.cases[0]!.exchanges[0]!.expect = [{ at: '/square', equals: 343 }];
  suite.checks[0]!.cases[1]!.weight = 3;
  const starter = [{ path: 'other.py', bytes: Buffer.from('print()\n'), executable: false }];
  return { ...lab, suite, starter };
};

describe('a lab of the bank', () => {
  let bed: RunnerBed;
  let lab: OfferedLab;
  let runner: Runner;

  beforeAll(async () => {
    bed = await aRunnerBed();
    await makeClockShiftable(bed.db);
    [lab] = (await bed.offer(aLoadedLab())) as [OfferedLab];
    runner = await bed.start();
  }, 120_000);
  afterAll(async () => {
    await runner.stop();
    await bed.close();
  });

  const work = async (session: LabSession, code: string) => {
    const client = await bed.connect(runner.port, session);
    await client.next('machine', ({ state }) => state === 'ready');
    client.save('main.py', code, (await client.read('main.py')).sha256);
    await client.next('file.saved');
    return client;
  };
  const verdictOf = ({ id }: LabSession) => bed.db.manager.findOneByOrFail(Verdict, { labSessionId: id });

  it('is the one that its session pinned, whatever was published since', async () => {
    const before = await aLabSession(bed.db, lab);
    const client = await work(before, goodCode);
    const [newer] = (await bed.offer(edited())) as [OfferedLab];
    expect(newer.hash).not.toBe(lab.hash);
    const after = await aLabSession(bed.db, newer);
    const other = await bed.connect(runner.port, after);
    await other.next('machine', ({ state }) => state === 'ready');
    expect((await other.next('tree')).files.map(({ path }) => path)).toEqual(['other.py']);
    other.save('main.py', goodCode, null);
    await other.next('file.saved');
    await handIn(bed.db, before);
    await handIn(bed.db, after);
    expect((await graded(bed.db, before)).scoreCents).toBe(9000);
    // Seven squared is not what the newer suite wants: one weight of four is lost of fifty points.
    expect((await graded(bed.db, after)).scoreCents).toBe(9000 - 1250);
    client.close();
    other.close();
    const [first, second] = [await verdictOf(before), await verdictOf(after)];
    const bank = new ContentBank(bed.db);
    expect(first.planHash).toBe((await bank.lab(lab.hash)).plan);
    expect(second.planHash).toBe((await bank.lab(newer.hash)).plan);
    expect(first.secretsHash).not.toBe(second.secretsHash);
  }, 90_000);

  it('is judged by the plan and the secrets in force, which the verdict names', async () => {
    const session = await aLabSession(bed.db, lab);
    const bank = new ContentBank(bed.db);
    const pinned = (await bank.lab(lab.hash)).plan;
    const [newer] = (await bed.offer(edited())) as [OfferedLab];
    const { plan } = await bank.lab(newer.hash);
    const scope: { id: string }[] = await bed.db.query(
      'SELECT exam_session_id AS id FROM session_part WHERE id = $1',
      [session.sessionPartId],
    );
    await holdByRun(bed.db, { kind: 'plan', ofHash: pinned, hash: plan, scope: scope[0]!.id });
    const client = await work(session, service('reply = {"square": 343}'));
    await handIn(bed.db, session);
    expect((await graded(bed.db, session)).scoreCents).toBe(1250);
    client.close();
    const verdict = await verdictOf(session);
    expect(verdict).toMatchObject({ planHash: plan, number: 1 });
    expect(verdict.secretsHash).toBe(await bank.inForce(plan, 'secrets'));
    expect(hashContent(await bank.plan(verdict.planHash))).toBe(plan);
  }, 90_000);

  it('ends by the database’s clock, not by this host’s', async () => {
    const session = await aLabSession(bed.db, lab, { secondsLeft: 3_600 });
    const client = await work(session, goodCode);
    await shiftClock(bed.db, '2 hours');
    try {
      const row = await graded(bed.db, session);
      expect(row).toMatchObject({ scoreCents: 9000, handInCause: 'expiry', handedInAt: row.deadlineAt });
      expect(row.gradedAt!.getTime() - Date.now()).toBeGreaterThan(3_600_000);
      const late = await aLabSession(bed.db, lab, { secondsLeft: 3_600 });
      await expect(bed.connect(runner.port, late)).rejects.toThrow('404');
      const running = await aLabSession(bed.db, lab, { secondsLeft: 3 * 3_600 });
      const other = await bed.connect(runner.port, running);
      const { serverNow } = await eventually(async () => {
        other.send({ type: 'ping' });
        return other.next('pong');
      });
      expect(Date.parse(serverNow) - Date.now()).toBeGreaterThan(3_600_000);
      other.close();
    } finally {
      await shiftClock(bed.db, '0');
      client.close();
    }
  }, 90_000);

  it('is refused and named where what was published is not there', async () => {
    const session = await aLabSession(bed.db, lab);
    const { plan } = await new ContentBank(bed.db).lab(lab.hash);
    await bed.db.query(`DELETE FROM in_force WHERE of_hash = $1`, [plan]);
    await handIn(bed.db, session);
    const trail = await eventually(async () => {
      const rows: { detail: { reason: string } }[] = await bed.db.query(
        `SELECT detail FROM audit_event WHERE subject_id = $1 AND detail ? 'reason'`,
        [session.id],
      );
      return rows[0];
    }, 80_000);
    expect(trail.detail.reason).toContain(`no secrets are in force for the plan ${plan}`);
  }, 90_000);
});
