import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LikelyPairs, Problem, SamePeoplePage, WaitingNotes } from '@ennead/contracts';
import { AuditEvent, findStanding, makeDataSource, Message, Person, SamePerson } from '@ennead/persistence';
import type { DataSource } from 'typeorm';
import { enrol, openSession } from './attempts-harness.ts';
import type { Client } from './harness/client.ts';
import { aPerson, logInAs } from './harness/people.ts';
import {
  anAuthor,
  startPortfolioApi,
  submitPortfolio,
  viewOf,
  type PortfolioApi,
} from './portfolios-harness.ts';
import { anAssessor, dismissReviewers, reviewsOf, type Reviewer } from './reviews-harness.ts';

let api: PortfolioApi;
let app: DataSource;
let registrar: Reviewer;
let another: Reviewer;
let administrator: Reviewer;
beforeAll(async () => {
  api = await startPortfolioApi();
  app = await makeDataSource(api.database.appUrl, 1).initialize();
  registrar = await logInAs(api, { roles: ['registrar'], name: 'Wu Lan' });
  another = await logInAs(api, { roles: ['registrar'], name: 'Bai Ning' });
  administrator = await logInAs(api, { roles: ['administrator'] });
}, 60_000);
afterAll(async () => {
  await app?.destroy();
  await api?.close();
});

const reason = 'The same identity card was shown for both, at the desk.';
const seen = 'I saw the card myself, and the photograph on file.';
type Pair = { readonly kept: Person; readonly other: Person };
const note = ({ kept, other }: Pair, by: Client = registrar.client) =>
  by.post('/api/same-people', { keep: kept.email, other: other.email, reason });
const noteOf = ({ kept, other }: Pair) =>
  api.db.manager.findOneOrFail(SamePerson, {
    where: { keptId: kept.id, otherId: other.id },
    order: { notedAt: 'DESC' },
  });
const say = async (pair: Pair, what: 'agree' | 'turn-down' | 'end', by: Client = another.client) =>
  by.post(`/api/same-people/${(await noteOf(pair)).id}/${what}`, { reason: seen });
const codeOf = async (answer: PromiseLike<{ status: number; body: unknown }>) => {
  const { status, body } = await answer;
  return [status, (body as Problem | undefined)?.code];
};
const aPair = async (roles: Person['roles'] = ['assessor']): Promise<Pair> => ({
  kept: await aPerson(api.db, { roles }),
  other: await aPerson(api.db),
});
const areJoined = async ({ kept, other }: Pair): Promise<boolean> => {
  const rows: unknown[] = await api.db.query(
    'SELECT FROM same_account WHERE person_id = $1 AND also_id = $2',
    [kept.id, other.id],
  );
  return rows.length > 0;
};
const lettersTo = ({ kept, other }: Pair) =>
  api.db.manager.countBy(Message, [{ address: kept.email }, { address: other.email }]);
const waitingFor = async ({ client }: Pick<Reviewer, 'client'>, { other }: Pair) =>
  ((await client.get('/api/same-people/waiting').expect(200)).body as WaitingNotes).notes.find(
    (each) => each.other.id === other.id,
  );
/** Whether the staff's account is the candidate of this entry of the other. */
const isTied = async ({ kept }: Pair, entryId: string): Promise<boolean> => {
  const { relations } = (await findStanding(api.db.manager, kept.id, 'entry', entryId))!;
  return relations.includes('candidate');
};

describe('a note of an account of the staff', () => {
  it('joins nothing, closes nothing and tells nobody until a second person agrees', async () => {
    const pair = await aPair();
    const { id: entryId } = await enrol(api.db, pair.other, await openSession(api));
    expect((await note(pair).expect(201)).body).toEqual({ waits: true });
    expect([await areJoined(pair), await isTied(pair, entryId), await lettersTo(pair)]).toEqual([
      false,
      false,
      0,
    ]);
    expect(await waitingFor(registrar, pair)).toMatchObject({
      reason,
      notedBy: 'Wu Lan',
      mayAnswer: false,
      mayEnd: false,
    });
    expect(await waitingFor(another, pair)).toMatchObject({ mayAnswer: true, answer: null });
    expect((await say(pair, 'agree')).status).toBe(204);
    expect([await areJoined(pair), await isTied(pair, entryId), await lettersTo(pair)]).toEqual([
      true,
      true,
      2,
    ]);
    expect(await waitingFor(another, pair)).toBeUndefined();
    const lines = await api.db.manager.find(AuditEvent, {
      where: { subjectId: pair.other.id },
      order: { id: 'ASC' },
    });
    const about = { otherAccountId: pair.kept.id, keptId: pair.kept.id };
    expect(lines.filter(({ action }) => action.startsWith('account.'))).toMatchObject([
      { action: 'account.join-proposed', actorId: registrar.person.id, detail: { ...about, reason } },
      { action: 'account.joined', actorId: another.person.id, detail: { ...about, reason: seen } },
    ]);
  });

  it('stays without effect when it is turned down, with why, and may be noted anew', async () => {
    const pair = await aPair(['certifier']);
    await note(pair).expect(201);
    expect((await say(pair, 'turn-down', administrator.client)).status).toBe(204);
    expect([await areJoined(pair), await lettersTo(pair)]).toEqual([false, 0]);
    const { id } = await noteOf(pair);
    expect(await codeOf(say(pair, 'agree'))).toEqual([404, 'NOT_FOUND']);
    expect(await codeOf(say(pair, 'end'))).toEqual([404, 'NOT_FOUND']);
    const { rows } = (await another.client.get(`/api/same-people?q=${pair.other.email}`).expect(200))
      .body as SamePeoplePage;
    expect(rows).toMatchObject([
      { id, waits: false, mayEnd: false, answer: { agreed: false, reason: seen }, ended: null },
    ]);
    await note(pair).expect(201);
    expect((await say(pair, 'agree')).status).toBe(204);
  });

  it.each<[string, (pair: Pair) => Promise<unknown>]>([
    [
      'was given up before',
      ({ kept }) => api.db.query(`UPDATE person SET roles = '{candidate}' WHERE id = $1`, [kept.id]),
    ],
    [
      'is closed',
      ({ kept }) => api.db.query('UPDATE person SET disabled_at = clock() WHERE id = $1', [kept.id]),
    ],
  ])('takes two also where the role %s', async (_, happens) => {
    const { kept: other, other: kept } = await aPair();
    await happens({ kept: other, other: kept });
    await api.db.query(`UPDATE person SET roles = '{candidate}' WHERE id = $1`, [other.id]);
    expect((await note({ kept, other }).expect(201)).body).toEqual({ waits: true });
    expect((await say({ kept, other }, 'agree')).status).toBe(204);
    expect(await noteOf({ kept, other })).toMatchObject({ holds: true, closes: true });
    // Whoever is noted to be the same person's joins the one of the staff as well.
    const third = await aPerson(api.db);
    expect((await note({ kept, other: third }).expect(201)).body).toEqual({ waits: true });
    expect(await areJoined({ kept: other, other: third })).toBe(false);
  });

  it('takes two where a role is proposed, and none where both were only ever candidates', async () => {
    const [kept, other] = [await aPerson(api.db), await aPerson(api.db)];
    const fresh = await aPerson(api.db);
    expect((await note({ kept: fresh, other }).expect(201)).body).toEqual({ waits: false });
    expect(await areJoined({ kept: fresh, other })).toBe(true);
    await api.db.query(
      `INSERT INTO appointment_proposal (person_id, role, asked_by, state) VALUES ($1, 'certifier', $2, 'open')`,
      [kept.id, administrator.person.id],
    );
    const pair = { kept, other: await aPerson(api.db) };
    expect((await note(pair).expect(201)).body).toEqual({ waits: true });
    // What held between candidates holds on when one of them comes to the staff.
    await api.db.query(`UPDATE person SET roles = '{candidate,assessor}' WHERE id = $1`, [fresh.id]);
    expect(await areJoined({ kept: fresh, other })).toBe(true);
  });

  it('is agreed to by somebody else than who noted it, whom nothing ties to either, and by nobody of the two', async () => {
    const pair = await aPair();
    await enrol(api.db, pair.other, await openSession(api));
    await note(pair).expect(201);
    for (const what of ['agree', 'turn-down'] as const)
      expect(await codeOf(say(pair, what, registrar.client))).toEqual([403, 'SAME_PERSON_BY_ANOTHER']);
    const relative = await logInAs(api, { roles: ['registrar'] });
    await api.db.query(
      `INSERT INTO interest (person_id, tie, candidate_id, note) VALUES ($1, 'relative', $2, '')`,
      [relative.person.id, pair.other.id],
    );
    expect(await codeOf(say(pair, 'agree', relative.client))).toEqual([403, 'DECISION_CONFLICT']);
    expect(await waitingFor(relative, pair)).toBeUndefined();
    const undeclared = await logInAs(api, { roles: ['registrar'], declared: false });
    expect(await codeOf(say(pair, 'agree', undeclared.client))).toEqual([403, 'DECLARATION_DUE']);
    const own = await logInAs(api, { roles: ['registrar'] });
    const ofOwn = { kept: own.person, other: await aPerson(api.db) };
    await note(ofOwn).expect(201);
    expect(await codeOf(say(ofOwn, 'agree', own.client))).toEqual([403, 'SAME_PERSON_OWN']);
    expect(await waitingFor(own, ofOwn)).toBeUndefined();
    expect(await areJoined(pair)).toBe(false);
  });

  it('takes effect only as far as nothing has come to stand against it since', async () => {
    const pair = await aPair(['assessor', 'candidate']);
    await note(pair).expect(201);
    const session = await openSession(api);
    await enrol(api.db, pair.kept, session);
    await enrol(api.db, pair.other, session);
    expect(await codeOf(say(pair, 'agree'))).toEqual([409, 'SAME_PERSON_TWO_OPEN']);
    expect(await noteOf(pair)).toMatchObject({ waits: true });
    const appointed = await aPair();
    await note(appointed).expect(201);
    await api.db.query(`UPDATE person SET roles = '{moderator}' WHERE id = $1`, [appointed.other.id]);
    expect(await codeOf(say(appointed, 'agree'))).toEqual([409, 'SAME_PERSON_BOTH_STAFF']);
    const erased = await aPair();
    await note(erased).expect(201);
    await api.db.query('UPDATE person SET disabled_at = clock() WHERE id = $1', [erased.other.id]);
    await administrator.client
      .post(`/api/people/${erased.other.id}/erase`, { email: erased.other.email, reason })
      .expect(204);
    expect(await codeOf(say(erased, 'agree'))).toEqual([409, 'SAME_PERSON_GONE']);
    expect((await say(erased, 'turn-down')).status).toBe(204);
  });

  it('is waited for: the pair is neither noted again, nor told apart, nor shown as alike', async () => {
    const pair = await aPair(['assessor', 'candidate']);
    await api.db.query(`UPDATE person SET email = $2 WHERE id = $1`, [pair.kept.id, 'w.aited@north.example']);
    await api.db.query(`UPDATE person SET email = $2 WHERE id = $1`, [pair.other.id, 'waited@south.example']);
    const kept = { ...pair.kept, email: 'w.aited@north.example' };
    const other = { ...pair.other, email: 'waited@south.example' };
    const areShown = async () =>
      ((await registrar.client.get('/api/same-people/likely').expect(200)).body as LikelyPairs).pairs.some(
        (each) => [each.one.id, each.other.id].includes(other.id),
      );
    expect(await areShown()).toBe(true);
    await note({ kept, other }).expect(201);
    expect(await areShown()).toBe(false);
    for (const twice of [
      { kept, other },
      { kept: other, other: kept },
    ])
      expect(await codeOf(note(twice, another.client))).toEqual([409, 'SAME_PERSON_WAITS']);
    expect(
      await codeOf(
        registrar.client.post('/api/same-people/tell-apart', { oneId: kept.id, otherId: other.id, reason }),
      ),
    ).toEqual([409, 'SAME_PERSON_WAITS']);
    expect((await say({ kept, other }, 'turn-down')).status).toBe(204);
    expect(await areShown()).toBe(true);
  });

  it('keeps nobody from a role while it waits, nor once it is turned down', async () => {
    const pair = await aPair();
    const appoint = (...roles: Person['roles']) =>
      codeOf(
        administrator.client.patch(`/api/people/${pair.other.id}`, {
          roles: ['candidate', ...roles],
          institutionId: null,
          disabled: false,
        }),
      );
    await note(pair).expect(201);
    expect(await appoint('assessor')).toEqual([200, undefined]);
    expect(await appoint()).toEqual([200, undefined]);
    expect((await say(pair, 'turn-down')).status).toBe(204);
    expect(await appoint('assessor')).toEqual([200, undefined]);
    expect(await appoint()).toEqual([200, undefined]);
    await note(pair).expect(201);
    expect((await say(pair, 'agree')).status).toBe(204);
    expect(await appoint('assessor')).toEqual([409, 'SAME_PERSON_NO_ROLE']);
  });
});

describe('the server itself', () => {
  const insert = (pair: Pair, columns = '', values = '') =>
    app.query(
      `INSERT INTO same_person (kept_id, other_id, closes, reason, noted_by${columns}) VALUES ($1, $2, false, '', $3${values})`,
      [pair.kept.id, pair.other.id, registrar.person.id],
    );
  const agree = async (pair: Pair, by: string) =>
    app.query(`UPDATE same_person SET agreed = true, answered_by = $2, answer = '' WHERE id = $1`, [
      (await noteOf(pair)).id,
      by,
    ]);

  it('writes no note that takes effect at once where one is the staff’s, and no joined accounts', async () => {
    const pair = await aPair();
    for (const [column, value] of [
      ['takes_two', 'false'],
      ['agreed', 'true'],
      ['answered_by', `'${another.person.id}'`],
      ['answered_at', 'clock()'],
      ['noted_at', 'clock()'],
      ['until_at', 'clock()'],
    ] as const)
      await expect(insert(pair, `, ${column}`, `, ${value}`)).rejects.toThrow('permission denied');
    await insert(pair);
    expect(await noteOf(pair)).toMatchObject({ takesTwo: true, waits: true, holds: false });
    expect(await areJoined(pair)).toBe(false);
    for (const attack of [
      `UPDATE same_person SET takes_two = false`,
      `UPDATE same_person SET noted_by = kept_id`,
      `UPDATE same_person SET kept_id = other_id`,
      `UPDATE same_person SET reason = ''`,
      `UPDATE same_person SET noted_at = clock()`,
      `UPDATE same_person SET answered_at = clock()`,
      `DELETE FROM same_person`,
      `INSERT INTO same_account (person_id, also_id) VALUES ('${pair.kept.id}', '${pair.other.id}')`,
      `UPDATE same_account SET also_id = person_id`,
      `DELETE FROM same_account`,
      `UPDATE different_people SET reason = ''`,
      `DELETE FROM different_people`,
    ])
      await expect(app.query(attack)).rejects.toThrow('permission denied');
    await expect(insert(pair)).rejects.toThrow('same_person_waits');
    await expect(insert({ kept: pair.other, other: pair.kept })).rejects.toThrow('same_person_waits');
  });

  it('has it answered by another person, in whole, and once', async () => {
    const pair = await aPair();
    await insert(pair);
    for (const by of [registrar.person.id, pair.kept.id, pair.other.id])
      await expect(agree(pair, by)).rejects.toThrow('check constraint');
    const { id } = await noteOf(pair);
    for (const part of [
      'agreed = true',
      `answered_by = '${another.person.id}'`,
      `answer = ''`,
      'closes = true',
    ])
      await expect(app.query(`UPDATE same_person SET ${part} WHERE id = $1`, [id])).rejects.toThrow(
        'check constraint',
      );
    const end = `UPDATE same_person SET until_at = clock(), ended_by = $2, ended_reason = '' WHERE id = $1`;
    await expect(app.query(end, [id, another.person.id])).rejects.toThrow('check constraint');
    await agree(pair, another.person.id);
    expect(await areJoined(pair)).toBe(true);
    for (const part of ['agreed = false', `answer = 'anew'`, 'closes = true'])
      await expect(app.query(`UPDATE same_person SET ${part} WHERE id = $1`, [id])).rejects.toThrow(
        'answered once',
      );
    const candidates = { kept: await aPerson(api.db), other: await aPerson(api.db) };
    await insert(candidates);
    await expect(agree(candidates, another.person.id)).rejects.toThrow('answered once');
  });

  it('ends it by another person, once, and now', async () => {
    const pair = { kept: await aPerson(api.db), other: await aPerson(api.db) };
    await insert(pair);
    const { id } = await noteOf(pair);
    const end = (by: string, at: string | null) =>
      app.query(`UPDATE same_person SET until_at = $3, ended_by = $2, ended_reason = '' WHERE id = $1`, [
        id,
        by,
        at,
      ]);
    for (const by of [registrar.person.id, pair.kept.id, pair.other.id])
      await expect(end(by, '1990-01-01')).rejects.toThrow('check constraint');
    expect(await areJoined(pair)).toBe(true);
    await end(another.person.id, '1990-01-01');
    expect(await areJoined(pair)).toBe(false);
    const [{ isNow }] = await app.query(
      `SELECT abs(extract(epoch FROM until_at - clock())) < 60 AS "isNow" FROM same_person WHERE id = $1`,
      [id],
    );
    expect(isNow).toBe(true);
    for (const at of ['1990-01-01', '2999-01-01', null])
      await expect(end(another.person.id, at)).rejects.toThrow(/ends once|has ended/);
    await expect(
      app.query(`UPDATE same_person SET ended_reason = 'another' WHERE id = $1`, [id]),
    ).rejects.toThrow('has ended');
  });
});

describe('scripts of a candidate', () => {
  it('leave an assessor when a note takes effect, and once it has ended as wrong others of theirs come again', async () => {
    await dismissReviewers(api);
    const session = await openSession(api);
    const [one, spare] = [await anAssessor(api), await anAssessor(api)];
    const author = await anAuthor(api, session);
    await submitPortfolio(author);
    const pair = { kept: one.person, other: author.person };
    const markersOf = async () =>
      (await reviewsOf(api, author))
        .filter(({ endedAt }) => endedAt === null)
        .map(({ reviewerId }) => reviewerId)
        .sort();
    const both = [one.person.id, spare.person.id].sort();
    expect(await markersOf()).toEqual(both);
    await note(pair).expect(201);
    await api.work.takeBack();
    expect(await markersOf()).toEqual(both);
    expect((await say(pair, 'agree')).status).toBe(204);
    await api.work.takeBack();
    expect(await markersOf()).toEqual([spare.person.id]);
    expect((await say(pair, 'end', administrator.client)).status).toBe(204);
    // Whose it is they could tell by now: the letter came as the script went. Somebody else gets it.
    await api.work.takeBack();
    expect(await markersOf()).toEqual([spare.person.id]);
    // But their next one, of which no letter told.
    await api.db.query(`UPDATE entry SET state = 'withdrawn' WHERE id = $1`, [author.entry.id]);
    const again = await openSession(api);
    const entry = await enrol(api.db, author.person, again);
    const { client, person } = author;
    const next = { client, person, entry, session: again, settle: author.settle };
    const later = { ...next, portfolio: await viewOf(next) };
    await submitPortfolio(later);
    expect((await reviewsOf(api, later)).map(({ reviewerId }) => reviewerId).sort()).toEqual(both);
  });
});
