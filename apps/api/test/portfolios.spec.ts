import { readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ArtefactView, ExamSessionView, PortfolioView } from '@ennead/contracts';
import { hashContent } from '@ennead/domain';
import { AuditEvent, PortfolioVersion } from '@ennead/persistence';
import { openSession, partPath } from './attempts-harness.ts';
import { logInAs } from './harness/people.ts';
import {
  aDraft,
  anAuthor,
  placeOf,
  startPortfolioApi,
  storedFile,
  storedPlaces,
  submitPortfolio,
  upload,
  viewOf,
  type PortfolioApi,
} from './portfolios-harness.ts';

let api: PortfolioApi;
let session: ExamSessionView;
beforeAll(async () => {
  api = await startPortfolioApi();
  session = await openSession(api);
});
afterAll(() => api?.close());

const put = (author: Awaited<ReturnType<typeof anAuthor>>, draft: object) =>
  author.client.put(`/api/portfolios/${author.portfolio.id}/draft`, draft);

describe('a draft', () => {
  it('begins at the first look, once, and says what is asked', async () => {
    const author = await anAuthor(api, session);
    const [one, other] = await Promise.all([viewOf(author), viewOf(author)]);
    expect(one.id).toBe(other.id);
    expect(one).toMatchObject({
      state: 'draft',
      role: 'application-engineer',
      experienceAsked: { years: 0 },
      limits: { fileBytes: 20 * 1024 * 1024 },
      outcome: null,
    });
    expect(one.competencies).toHaveLength(4);
    expect(one.competencies.every(({ dimension }) => dimension === 'practice')).toBe(true);
    expect(one.missing).toHaveLength(5);
  });

  it('is saved whole, and what is read again is what was saved', async () => {
    const author = await anAuthor(api, session);
    const { body } = await upload(author, 'notes.md', '# notes').expect(201);
    const { id } = body as ArtefactView;
    const draft = aDraft(author.portfolio, [id]);
    const saved = await put(author, draft).expect(200);
    const read = await viewOf(author);
    expect(read.updatedAt).toBe(saved.body.updatedAt);
    expect(read.claims).toEqual(expect.arrayContaining(draft.claims));
    expect(read.experience).toEqual(draft.experience);
    expect(read.missing).toEqual([]);
    await put(author, {
      ...draft,
      updatedAt: read.updatedAt,
      claims: draft.claims.slice(0, 1),
      experience: null,
    }).expect(200);
    expect(await viewOf(author)).toMatchObject({ claims: [draft.claims[0]], experience: null });
  });

  it('is not overwritten by a page that read an older one', async () => {
    const author = await anAuthor(api, session);
    const draft = aDraft(author.portfolio);
    await put(author, draft).expect(200);
    const late = await put(author, { ...draft, claims: [] }).expect(409);
    expect(late.body.code).toBe('PORTFOLIO_CHANGED');
    expect((await viewOf(author)).claims).toHaveLength(4);
    const two = { ...draft, updatedAt: (await viewOf(author)).updatedAt };
    const three = { ...two, claims: two.claims.slice(0, 1) };
    const answers = await Promise.all([put(author, { ...two, experience: null }), put(author, three)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('takes the same content twice, for a page that never got its answer', async () => {
    const author = await anAuthor(api, session);
    const draft = aDraft(author.portfolio);
    const first = await put(author, draft).expect(200);
    expect((await put(author, { ...draft, claims: draft.claims.toReversed() }).expect(200)).body).toEqual(
      first.body,
    );
  });

  it('takes claims only of its role’s practice, and only its own artefacts', async () => {
    const author = await anAuthor(api, session);
    const other = await anAuthor(api, session);
    const theirs = (await upload(other, 'theirs.md', 'theirs').expect(201)).body as ArtefactView;
    const draft = aDraft(author.portfolio, [theirs.id]);
    await put(author, draft).expect(200);
    const read = await viewOf(author);
    expect(read.claims.flatMap(({ artefactIds }) => artefactIds)).toEqual([]);
    const foreign = { competency: 'prompt-engineer.practice.experience', text: 'x', artefactIds: [] };
    const refused = await put(author, { ...draft, updatedAt: read.updatedAt, claims: [foreign] }).expect(400);
    expect(refused.body).toMatchObject({ code: 'INPUT_INVALID', errors: [{ path: 'claims.0.competency' }] });
  });

  it.each([
    ['javascript:alert(1)'],
    ['file:///etc/passwd'],
    ['data:text/html,<script>'],
    ['https://lin:secret@example.org/'],
    ['not an address'],
  ])('refuses the address %s', async (url) => {
    const author = await anAuthor(api, session);
    const path = `/api/portfolios/${author.portfolio.id}/links`;
    const { body } = await author.client.post(path, { kind: 'link', title: 'x', url }).expect(400);
    expect(body).toMatchObject({ code: 'INPUT_INVALID', errors: [{ path: 'url' }] });
  });

  it('numbers its artefacts, and lets them go also from the claims', async () => {
    const author = await anAuthor(api, session);
    const path = `/api/portfolios/${author.portfolio.id}`;
    const link = { kind: 'repository', title: 'Source', url: 'https://example.org/rag' };
    const first = (await author.client.post(`${path}/links`, link).expect(201)).body as ArtefactView;
    const second = (await upload(author, 'b.md', 'second').expect(201)).body as ArtefactView;
    expect([first.label, second.label]).toEqual(['A1', 'A2']);
    await put(author, aDraft(author.portfolio, [first.id, second.id])).expect(200);
    await author.client.delete(`${path}/artefacts/${first.id}`).expect(204);
    const read = await viewOf(author);
    expect(read.artefacts.map(({ label }) => label)).toEqual(['A2']);
    expect(read.claims.map(({ artefactIds }) => artefactIds)).toEqual(Array(4).fill([second.id]));
  });

  it('holds 30 artefacts', async () => {
    const author = await anAuthor(api, session);
    const add = (at: number) =>
      author.client.post(`/api/portfolios/${author.portfolio.id}/links`, {
        kind: 'link',
        title: `Link ${at}`,
        url: `https://example.org/${at}`,
      });
    for (let at = 0; at < 30; at += 1) await add(at).expect(201);
    expect((await add(30).expect(409)).body.code).toBe('PORTFOLIO_FULL');
    const other = await anAuthor(api, session);
    const theirs = (await upload(other, 'theirs.md', 'of another').expect(201)).body as ArtefactView;
    const before = await storedPlaces(api);
    for (const content of ['one more', 'of another'])
      expect((await upload(author, 'more.md', content).expect(409)).body.code).toBe('PORTFOLIO_FULL');
    expect(await storedPlaces(api)).toEqual(before);
    expect(before).toContain(placeOf(theirs.sha256!));
  });

  it('is its candidate’s alone', async () => {
    const author = await anAuthor(api, session);
    const { client } = await logInAs(api);
    const { id } = author.portfolio;
    const answers = await Promise.all([
      client.get(partPath(author.entry, author.session, 'portfolio')),
      client.put(`/api/portfolios/${id}/draft`, aDraft(author.portfolio)),
      client.post(`/api/portfolios/${id}/links`, { kind: 'link', title: 'x', url: 'https://example.org' }),
      client.post(`/api/portfolios/${id}/submit`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });
});

describe('submitting', () => {
  it('is refused with the names of what is missing', async () => {
    const author = await anAuthor(api, session);
    const draft = aDraft(author.portfolio);
    draft.claims[1]!.text = '   ';
    await put(author, draft).expect(200);
    const { body } = await author.client.post(`/api/portfolios/${author.portfolio.id}/submit`).expect(409);
    expect(body).toMatchObject({
      code: 'PORTFOLIO_INCOMPLETE',
      errors: [{ path: `claims.${draft.claims[1]!.competency}` }, { path: 'artefacts' }],
    });
  });

  it('freezes a manifest whose hashes are those of the files and of itself', async () => {
    const author = await anAuthor(api, session);
    const view = await submitPortfolio(author);
    expect(view.versions).toHaveLength(1);
    const { manifest, sha256 } = view.versions[0]!;
    expect(sha256).toBe(hashContent(manifest));
    const stored = await api.db.manager.findOneByOrFail(PortfolioVersion, { portfolioId: view.id });
    expect(hashContent(stored.manifest)).toBe(sha256);
    const [artefact] = manifest.artefacts;
    const file = await readFile(storedFile(api, artefact!.sha256!));
    expect(createHash('sha256').update(file).digest('hex')).toBe(artefact!.sha256);
    expect(
      await api.db.manager.findBy(AuditEvent, { subjectId: view.id, action: 'portfolio.submitted' }),
    ).toMatchObject([{ actorId: author.person.id, entryId: author.entry.id, detail: { number: 1, sha256 } }]);
  });

  it('twice at once makes one version', async () => {
    const author = await anAuthor(api, session);
    await upload(author, 'a.md', 'something').expect(201);
    await put(author, aDraft(author.portfolio)).expect(200);
    const submit = () => author.client.post(`/api/portfolios/${author.portfolio.id}/submit`);
    const answers = await Promise.all([submit(), submit()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await submit().expect(409)).body.code).toBe('PORTFOLIO_SUBMITTED');
    expect(await api.db.manager.countBy(PortfolioVersion, { portfolioId: author.portfolio.id })).toBe(1);
  });

  it('ends all changes', async () => {
    const author = await anAuthor(api, session);
    const view: PortfolioView = await submitPortfolio(author);
    const path = `/api/portfolios/${view.id}`;
    const answers = [
      await author.client.put(`${path}/draft`, aDraft(view)),
      await author.client.post(`${path}/links`, { kind: 'link', title: 'x', url: 'https://example.org' }),
      await author.client.delete(`${path}/artefacts/${view.artefacts[0]!.id}`),
      await upload(author, 'late.md', 'late'),
    ];
    expect(answers.map(({ body }) => body.code)).toEqual(Array(4).fill('PORTFOLIO_SUBMITTED'));
    await author.client.get(`/api/artefacts/${view.artefacts[0]!.id}/file`).expect(200);
  });
});
