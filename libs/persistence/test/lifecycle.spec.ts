import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '@ennead/testing/database';
import sql from 'sql-template-tag';
import type { DataSource } from 'typeorm';
import { makeDataSource } from '../src/data-source.ts';
import { AuditEvent } from '../src/entities/audit-event.ts';
import { Invitation } from '../src/entities/invitation.ts';
import { OutboxEvent } from '../src/entities/outbox-event.ts';
import { Person } from '../src/entities/person.ts';
import { create } from '../src/lifecycle/create.ts';
import { invitations, machines } from '../src/lifecycle/machines.ts';
import { transition } from '../src/lifecycle/transition.ts';
import { aDatabase } from './a-database.ts';

let database: TestDatabase;
let owner: DataSource;
let personId: string;
beforeAll(async () => {
  database = await aDatabase();
  owner = await makeDataSource(database.ownerUrl, 4).initialize();
  const person = { email: 'ada@example.org', name: 'Ada', locale: 'en' as const, roles: [] };
  ({ id: personId } = await owner.manager.save(owner.manager.create(Person, person)));
});
afterAll(async () => {
  await owner.destroy();
  await database.drop();
});

describe('the tables', () => {
  it.each(machines.map((one) => [one.lifecycle.thing, one] as const))(
    'know exactly the states of a lifecycle: %s',
    async (thing, { lifecycle }) => {
      const checks: { rule: string }[] = await owner.query(
        `SELECT pg_get_constraintdef(oid) AS rule FROM pg_constraint
         WHERE conrelid = $1::regclass AND contype = 'c' AND pg_get_constraintdef(oid) ~ '^CHECK \\(\\(state = '`,
        [`public.${thing.replaceAll('-', '_')}`],
      );
      expect(checks).toHaveLength(1);
      const known = [...checks[0]!.rule.matchAll(/'([a-z-]+)'::text/g)].map((match) => match[1]);
      expect(known.sort()).toEqual(Object.keys(lifecycle.moves).sort());
    },
  );
});

describe('the door', () => {
  let tokenHash: string;
  let count = 0;

  const invite = (manager = owner.manager, token = tokenHash) =>
    create(manager, invitations, {
      event: 'invite',
      actorId: null,
      values: { tokenHash: token, personId, cohortId: null, expiresAt: sql`clock() + interval '1 day'` },
    });
  const accept = (manager = owner.manager, holds = true) =>
    transition(manager, invitations, tokenHash, {
      event: 'accept',
      actorId: personId,
      guards: { 'in-time': holds ? sql`expires_at > clock()` : sql`expires_at < clock()` },
      set: { acceptedAt: sql`clock()` },
    });
  const trace = async () => {
    const of = { subjectKind: 'invitation', subjectId: tokenHash };
    const order = { id: 'ASC' } as const;
    return {
      trail: (await owner.manager.find(AuditEvent, { where: of, order })).map(({ action }) => action),
      events: (await owner.manager.find(OutboxEvent, { where: of, order })).map(({ name }) => name),
    };
  };

  beforeEach(async () => {
    await owner.query(`UPDATE invitation SET state = 'voided'`);
    tokenHash = `token ${count++}`;
    await invite();
  });

  it('gives birth in the state of the table, once, with its line and its event', async () => {
    expect(await owner.manager.findOneByOrFail(Invitation, { tokenHash })).toMatchObject({
      state: 'pending',
    });
    expect(await trace()).toEqual({ trail: ['invitation.made'], events: ['invitation.made'] });
    expect(await invite(owner.manager, 'a rival')).toBeNull();
    expect(await owner.manager.countBy(OutboxEvent, { subjectId: 'a rival' })).toBe(0);
  });

  it('moves a thing once, says where from, and leaves its line and its event', async () => {
    expect(await accept()).toMatchObject({ from: 'pending', row: { state: 'accepted', personId } });
    expect(await accept()).toBeNull();
    const both = ['invitation.made', 'invitation.accepted'];
    expect(await trace()).toEqual({ trail: both, events: both });
  });

  it('stays shut for an event that leads nowhere from here', async () => {
    await accept();
    expect(
      await transition(owner.manager, invitations, tokenHash, { event: 'void', actorId: null }),
    ).toBeNull();
    expect(await owner.manager.findOneByOrFail(Invitation, { tokenHash })).toMatchObject({
      state: 'accepted',
    });
  });

  it('stays shut while a guard does not hold, and leaves nothing', async () => {
    expect(await accept(owner.manager, false)).toBeNull();
    expect(await owner.manager.findOneByOrFail(Invitation, { tokenHash })).toMatchObject({
      state: 'pending',
      acceptedAt: null,
    });
    expect((await trace()).events).toEqual(['invitation.made']);
  });

  it('opens for one of many who come at once', async () => {
    const moved = await Promise.all(
      Array.from({ length: 4 }, () => owner.transaction((manager) => accept(manager))),
    );
    expect(moved.filter(Boolean)).toHaveLength(1);
    expect((await trace()).events).toEqual(['invitation.made', 'invitation.accepted']);
  });

  it('leaves neither move nor line nor event of a transaction that fails', async () => {
    const failing = owner.transaction(async (manager) => {
      await accept(manager);
      throw new Error('later on');
    });
    await expect(failing).rejects.toThrow('later on');
    expect(await owner.manager.findOneByOrFail(Invitation, { tokenHash })).toMatchObject({
      state: 'pending',
    });
    expect(await trace()).toEqual({ trail: ['invitation.made'], events: ['invitation.made'] });
  });
});
