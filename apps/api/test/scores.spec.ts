import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EvidenceView, ExamSessionView } from '@ennead/contracts';
import { publicationOf } from '@ennead/content';
import { hashContent } from '@ennead/domain';
import {
  Entry,
  EntryScore,
  FormItem,
  LabSession,
  Response,
  Score,
  ScoreRun,
  SessionPart,
} from '@ennead/persistence';
import { giveUpCarried, Scores } from '@ennead/scoring';
import { holdByRun } from '@ennead/testing';
import { testContentSecret } from '@ennead/testing/database';
import { aWindow, enrol, openSession } from './attempts-harness.ts';
import {
  aScoredCase,
  gradedLab,
  grant,
  marksFor60,
  reviewedPortfolio,
  satExam,
} from './certification-harness.ts';
import { Client } from './harness/client.ts';
import { aPerson, logInAs } from './harness/people.ts';
import { putBody } from './harness/put-body.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let session: ExamSessionView;
let certifier: Client;
beforeAll(async () => {
  api = await startApi();
  session = await openSession(api);
  ({ client: certifier } = await logInAs(api, { roles: ['certifier'] }));
});
afterAll(() => api?.close());

const currentOf = async (entryId: string): Promise<Record<string, Score>> => {
  const pointers = await api.db.manager.findBy(EntryScore, { entryId });
  const records: [string, Score][] = [];
  for (const { place, scoreId } of pointers)
    records.push([place, await api.db.manager.findOneByOrFail(Score, { id: scoreId })]);
  return Object.fromEntries(records);
};
const partId = (of: ExamSessionView, kind: string, at = 0) =>
  of.parts.filter((part) => part.kind === kind)[at]!.id;
const evidenceOf = async (entryId: string) =>
  ((await certifier.get(`/api/entries/${entryId}/evidence`).expect(200)).body as EvidenceView).evidence!;

/** A session with two labs, 2 : 1; the second is published as a copy of the first. */
const twoLabs = async () => {
  const [role, level] = ['application-engineer', 'junior'];
  const content = await api.content();
  const lab = [...content.labs.values()].find((one) => one.lab.role === role && one.lab.level === level)!;
  const blueprint = [...content.blueprints.values()].find((one) => one.role === role && one.level === level)!;
  const rubric = [...content.rubrics.values()].find((one) => one.role === role && one.level === level)!;
  const copy = { ...lab, lab: { ...lab.lab, id: `${lab.lab.id}-too` } };
  const labs = new Map([...content.labs, [copy.lab.id, copy] as const]);
  await api.database.publish(publicationOf({ ...content, labs }, testContentSecret));
  const skills = { dimension: 'skills', kind: 'lab' };
  return openSession(api, {
    ...aWindow(),
    parts: [
      { dimension: 'knowledge', kind: 'form', contentId: blueprint.id },
      { ...skills, contentId: lab.lab.id, weight: 2 },
      { ...skills, contentId: copy.lab.id, weight: 1 },
      { dimension: 'practice', kind: 'portfolio', contentId: rubric.id },
    ],
  });
};

describe('a first scoring', () => {
  it('records every answer with question, key and work, the sitting, the dimension and the whole', async () => {
    const { entry } = await aScoredCase(api, session, { rightAnswers: 32 });
    const current = await currentOf(entry.id);
    const form = partId(session, 'form');
    expect(Object.keys(current).sort()).toEqual(
      [...session.parts.map(({ id }) => id), 'composite', 'knowledge', 'practice', 'skills'].sort(),
    );
    expect(current[form]).toMatchObject({
      kind: 'attempt',
      rawNum: '4',
      rawDen: '5',
      reportedCents: 8_000,
      conversionHash: null,
    });
    expect(current['knowledge']).toMatchObject({ inputIds: [current[form]!.id], reportedCents: 8_000 });
    expect(current['composite']).toMatchObject({
      rawNum: '765000',
      rawDen: '1000000',
      reportedCents: null,
      inputIds: ['knowledge', 'skills', 'practice'].map((dimension) => current[dimension]!.id),
    });
    const answers = await api.db.manager.findBy(Score, { kind: 'response', entryId: entry.id });
    expect(answers).toHaveLength(40);
    expect(current[form]!.inputIds.sort()).toEqual(answers.map(({ id }) => id).sort());
    const { attemptId } = current[form]!;
    for (const { itemId, workHash, questionHash, keyHash } of answers) {
      const value = (await api.db.manager.findOneBy(Response, { attemptId: attemptId!, itemId: itemId! }))
        ?.value;
      expect(workHash).toBe(hashContent(value ?? null));
      expect(await api.bank.inForce(questionHash!, 'key')).toBe(keyHash);
    }
    const runs = await api.db.manager.findBy(ScoreRun, { state: 'applied', cause: 'first' });
    expect(runs.map(({ id }) => id)).toContain(current['composite']!.runId);
  });

  it('adds nothing when it is done again, or several times at once', async () => {
    const { entry } = await aScoredCase(api, session);
    const before = await api.db.manager.countBy(Score, { entryId: entry.id });
    const lab = await api.db.manager.findOneByOrFail(LabSession, { entryId: entry.id });
    const form = (await currentOf(entry.id))[partId(session, 'form')]!;
    const scoreLab = () => api.work.follow('lab-scoring', lab.id);
    const finish = () => api.work.finish(form.attemptId!);
    await api.db.manager.update(LabSession, { id: lab.id }, { scoredAt: null });
    await Promise.all([scoreLab(), scoreLab(), scoreLab()]);
    await Promise.all([finish(), finish()]);
    expect(await api.db.manager.countBy(Score, { entryId: entry.id })).toBe(before);
  });

  it('weighs two labs by their exact shares and rounds once; one of them missing leaves the dimension missing', async () => {
    const own = await twoLabs();
    const entry = await enrol(api.db, await aPerson(api.db), own);
    await gradedLab(api, own, entry, 7_000, 0);
    expect(await currentOf(entry.id)).not.toHaveProperty('skills');
    await gradedLab(api, own, entry, 9_000, 1);
    const { skills, ...rest } = await currentOf(entry.id);
    expect(rest[partId(own, 'lab', 0)]).toMatchObject({ rawNum: '7', rawDen: '10' });
    expect(rest[partId(own, 'lab', 1)]).toMatchObject({ rawNum: '9', rawDen: '10' });
    expect(skills).toMatchObject({ rawNum: '23', rawDen: '30', reportedCents: 7_667 });
    await satExam(api, own, entry, 32);
    const assessors = [await aPerson(api.db), await aPerson(api.db)];
    await reviewedPortfolio(api, own, entry, assessors, marksFor60);
    const evidence = await evidenceOf(entry.id);
    expect(evidence.faults).toEqual([]);
    // 56 + 19.1675 + 3
    expect(evidence.result).toMatchObject({ compositeTenThousandths: 781_675, grade: 2 });
  });

  it('reports by the conversion table that is in force for the form, and keeps the raw score', async () => {
    const own = await openSession(api);
    const form = own.parts.find(({ kind }) => kind === 'form')!;
    const table = {
      knots: [
        { raw: { num: 0, den: 1 }, cents: 0 },
        { raw: { num: 32, den: 40 }, cents: 9_000 },
        { raw: { num: 1, den: 1 }, cents: 10_000 },
      ],
    };
    const hash = await putBody(api.db, 'conversion', table);
    const { contentHash: ofHash } = await api.db.manager.findOneByOrFail(SessionPart, { id: form.id });
    await holdByRun(api.db, { kind: 'conversion', ofHash, hash, scope: own.id });
    const { entry } = await aScoredCase(api, own, { rightAnswers: 32 });
    const current = await currentOf(entry.id);
    expect(current[form.id]).toMatchObject({ rawNum: '4', rawDen: '5', reportedCents: 9_000 });
    expect(current[form.id]!.conversionHash).toBe(hash);
    expect(current['knowledge']).toMatchObject({ reportedCents: 9_000 });
    expect((await evidenceOf(entry.id)).faults).toEqual([]);
  });
});

describe('the evidence', () => {
  const form = 'application-engineer';
  it.each<[string, (entryId: string) => [string, unknown[]], string[]]>([
    [
      'a record that was raised',
      (id) => [
        `UPDATE score SET raw_num = 9, raw_den = 10, reported_cents = 9000 WHERE entry_id = $1 AND kind = 'attempt'`,
        [id],
      ],
      ['knowledge'],
    ],
    [
      'an answer’s record that was raised',
      (id) => [
        `UPDATE score SET raw_num = 1, raw_den = 1 WHERE raw_num = 0 AND entry_id = $1 AND kind = 'response'`,
        [id],
      ],
      ['knowledge'],
    ],
    [
      'a record whose work is another one’s',
      (id) => [`UPDATE score SET work_hash = repeat('0', 64) WHERE entry_id = $1 AND kind = 'verdict'`, [id]],
      ['skills'],
    ],
    [
      'a key that no longer holds',
      (id) => [
        `UPDATE score SET key_hash = (SELECT max(hash) FROM body_key WHERE hash <> key_hash) WHERE id = (
           SELECT id FROM score WHERE entry_id = $1 AND kind = 'response' ORDER BY item_id LIMIT 1)`,
        [id],
      ],
      ['knowledge'],
    ],
    [
      'marks that are not those recorded',
      (id) => [
        `UPDATE score SET detail = '{"kind": "review", "points": {}}' WHERE entry_id = $1 AND kind = 'review'`,
        [id],
      ],
      ['practice'],
    ],
    [
      'a dimension that is not its parts’',
      (id) => [
        `UPDATE score SET raw_num = 9, raw_den = 10 WHERE entry_id = $1 AND kind = 'dimension'
           AND dimension = 'skills'`,
        [id],
      ],
      ['skills'],
    ],
    [
      'a composite that is not the dimensions’',
      (id) => [`UPDATE score SET raw_num = 900000 WHERE entry_id = $1 AND kind = 'composite'`, [id]],
      ['knowledge', 'skills', 'practice'],
    ],
  ])('shows %s, and no grade is granted on it', async (_, tamper, at) => {
    expect(session.role).toBe(form);
    const { entry } = await aScoredCase(api, session);
    await api.db.query(...tamper(entry.id));
    const { faults } = await evidenceOf(entry.id);
    expect([...new Set(faults.map(({ dimension }) => dimension))]).toEqual(at);
    const answer = await certifier.post(`/api/entries/${entry.id}/decision`, grant).expect(409);
    expect(answer.body.code).toBe('EVIDENCE_BROKEN');
  });
});

describe('the database', () => {
  it('lets no pointer name the score of another entry, or of another place', async () => {
    const [one, other] = [await aScoredCase(api, session), await aScoredCase(api, session)];
    const [own, foreign] = [await currentOf(one.entry.id), await currentOf(other.entry.id)];
    for (const scoreId of [foreign['skills']!.id, own['practice']!.id])
      await expect(
        api.db.manager.update(EntryScore, { entryId: one.entry.id, place: 'skills' }, { scoreId }),
      ).rejects.toThrow(/foreign key/);
  });

  it.each([
    ['a fraction that is not in lowest terms', `raw_num = 8, raw_den = 10`],
    ['more than everything', `raw_num = 11, raw_den = 10`],
    ['half a point', `raw_num = 0.5, raw_den = 1`],
    ['an answer without its key', `key_hash = NULL`],
    ['an answer without its work', `work_hash = NULL`],
  ])('takes no record of %s', async (_, set) => {
    const { entry } = await aScoredCase(api, session, { skillsCents: null, marks: null });
    await expect(
      api.db.query(`UPDATE score SET ${set} WHERE entry_id = $1 AND kind = 'response'`, [entry.id]),
    ).rejects.toThrow(/check constraint/);
  });
});

describe('a score that is carried over', () => {
  const carried = async () => {
    const { entry, candidate } = await aScoredCase(api, session, { skillsCents: 9_000 });
    await certifier.post(`/api/entries/${entry.id}/decision`, grant).expect(201);
    const own = await openSession(api);
    const next = await enrol(api.db, candidate, own, 'higher');
    const source = (await currentOf(entry.id))['skills']!;
    const carry = { entryId: next.id, fromScoreId: source.id, actorId: candidate.id };
    const service = api.app.get(Scores);
    const again = () => api.db.transaction((manager) => service.carryDimension(manager, carry));
    await again();
    return { own, next, source, candidate, again };
  };

  it('is a record of the new entry that points to where it was sat, and counts with what is sat anew', async () => {
    const { own, next, source, again, candidate } = await carried();
    await again();
    const records = await api.db.manager.findBy(Score, { entryId: next.id });
    expect(records).toMatchObject([
      {
        kind: 'dimension',
        dimension: 'skills',
        carriedFromId: source.id,
        reportedCents: 9_000,
        satAt: source.satAt,
      },
    ]);
    expect(await api.db.manager.findOneByOrFail(ScoreRun, { id: records[0]!.runId })).toMatchObject({
      cause: 'carry',
      askedBy: candidate.id,
    });
    await satExam(api, own, next, 36);
    await reviewedPortfolio(api, own, next, [await aPerson(api.db), await aPerson(api.db)], marksFor60);
    expect(await currentOf(next.id)).toMatchObject({ composite: { rawNum: '885000' } });
    expect((await evidenceOf(next.id)).faults).toEqual([]);
  });

  it('is carried on from where it was sat, and from nowhere but the same enrolment', async () => {
    const { next, source, candidate } = await carried();
    const service = api.app.get(Scores);
    const third = await openSession(api);
    await api.db.manager.update(Entry, { id: next.id }, { state: 'decided' });
    const entry = await enrol(api.db, candidate, third, 'higher');
    const from = (await currentOf(next.id))['skills']!;
    const carry = { entryId: entry.id, fromScoreId: from.id, actorId: candidate.id };
    await api.db.transaction((manager) => service.carryDimension(manager, carry));
    expect((await currentOf(entry.id))['skills']).toMatchObject({ carriedFromId: source.id });
    const stranger = await enrol(api.db, await aPerson(api.db), third);
    await expect(
      api.db.transaction((manager) => service.carryDimension(manager, { ...carry, entryId: stranger.id })),
    ).rejects.toThrow(/no other entry/);
  });

  it('is never the last: something is left to sit', async () => {
    const { entry, candidate } = await aScoredCase(api, session);
    await certifier.post(`/api/entries/${entry.id}/decision`, grant).expect(201);
    const { id: entryId } = await enrol(api.db, candidate, await openSession(api), 'higher');
    const service = api.app.get(Scores);
    const from = await currentOf(entry.id);
    const carry = (dimension: string) =>
      api.db.transaction((manager) =>
        service.carryDimension(manager, { entryId, fromScoreId: from[dimension]!.id, actorId: candidate.id }),
      );
    await carry('knowledge');
    await carry('practice');
    await expect(carry('skills')).rejects.toThrow(/left to sit/);
    expect(Object.keys(await currentOf(entryId)).sort()).toEqual(['knowledge', 'practice']);
  });

  it('is given up when the dimension is begun anew', async () => {
    const { next, candidate } = await carried();
    const given = {
      entryId: next.id,
      dimension: 'skills' as const,
      actorId: candidate.id,
      because: 'begun' as const,
    };
    await api.db.transaction((manager) => giveUpCarried(manager, { ...given, dimension: 'knowledge' }));
    expect(await currentOf(next.id)).toHaveProperty('skills');
    await api.db.transaction((manager) => giveUpCarried(manager, given));
    expect(await currentOf(next.id)).toEqual({});
  });

  it('takes the whole with it when it is given up, and leaves what was sat', async () => {
    const { own, next, candidate } = await carried();
    await satExam(api, own, next, 36);
    await reviewedPortfolio(api, own, next, [await aPerson(api.db), await aPerson(api.db)], marksFor60);
    const given = { entryId: next.id, dimension: 'skills', actorId: candidate.id, because: 'begun' } as const;
    const before = Object.keys(await currentOf(next.id));
    await api.db.transaction((manager) => giveUpCarried(manager, given));
    const left = before.filter((place) => place !== 'skills' && place !== 'composite');
    expect(before).toHaveLength(left.length + 2);
    expect(Object.keys(await currentOf(next.id)).sort()).toEqual(left.sort());
  });
});

it('knows every item of a form', async () => {
  const { entry } = await aScoredCase(api, session, { skillsCents: null, marks: null });
  const { detail } = (await currentOf(entry.id))[partId(session, 'form')]!;
  const placed = await api.db.manager.findBy(FormItem, { formId: String(detail['formId']) });
  const answers = await api.db.manager.findBy(Score, { kind: 'response', entryId: entry.id });
  expect(answers.map(({ itemId }) => itemId).sort()).toEqual(placed.map(({ itemId }) => itemId).sort());
});
