import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { anEngine, shell, someLimits } from '../test/a-machine.ts';
import { MachinePool } from './machine-pool.ts';
import { Slots } from './slots.ts';

describe('MachinePool', () => {
  let made: Awaited<ReturnType<typeof anEngine>>;
  let pool: MachinePool;

  const aPool = (size: number) => {
    let ready = () => undefined as void;
    pool = new MachinePool(made.engine, {
      image: made.image,
      limits: someLimits(),
      size,
      starting: new Slots(2),
      prepare: async (machine) => {
        await machine.writeFile('starter.py', Buffer.from('print("hello")\n'));
        ready();
      },
    });
    const prepared = (count: number) =>
      new Promise<void>((resolve) => {
        ready = () => void (--count === 0 && resolve());
      });
    return { pool, prepared };
  };

  beforeAll(async () => {
    made = await anEngine();
  }, 120_000);
  afterEach(async () => {
    await pool.close();
    await made.stop();
  });
  afterAll(() => made.stop());

  it('gives prepared machines, each to one claimant, and fills up again', async () => {
    const { pool, prepared } = aPool(2);
    const filled = prepared(2);
    pool.fill();
    await filled;
    const refilled = prepared(3);
    const machines = await Promise.all([pool.claim(), pool.claim(), pool.claim()]);
    expect(new Set(machines.map(({ id }) => id)).size).toBe(3);
    expect(await shell(machines[0]!, 'python3 starter.py')).toBe('hello');
    await refilled;
    await Promise.all(machines.map((machine) => machine.destroy()));
  });

  it('replaces a machine that died while it waited', async () => {
    const { pool, prepared } = aPool(1);
    const filled = prepared(1);
    pool.fill();
    await filled;
    const refilled = prepared(1);
    const [{ id } = { id: '' }] = await made.engine.machines();
    await made.engine.docker.getContainer(id).kill();
    await refilled;
    const machine = await pool.claim();
    expect(machine.id).not.toBe(id);
    expect(await shell(machine, 'ls')).toBe('starter.py');
    await machine.destroy();
  });

  it('leaves nothing behind', async () => {
    const { pool, prepared } = aPool(2);
    const filled = prepared(2);
    pool.fill();
    await filled;
    await pool.close();
    expect(await made.engine.machines()).toEqual([]);
  });

  it('lets a sweep spare what is in use and what others made', async () => {
    const { pool } = aPool(0);
    const other = await anEngine();
    const [kept, leftover, foreign] = [await pool.claim(), await pool.claim(), await other.start()];
    expect(await made.engine.sweep(new Set([kept!.id]))).toBe(1);
    expect((await leftover!.ended).reason).not.toBe('detached');
    expect(kept!.isAlive && foreign!.isAlive).toBe(true);
    await other.stop();
  });
});
