import type {
  DecisionView,
  EnteredEntry,
  EvidenceView,
  ExamSessionView,
  OwnEnrolment,
  Problem,
} from '@ennead/contracts';
import { Entry, readClock, type Person } from '@ennead/persistence';
import { clearEntries } from '@ennead/testing';
import { openSession } from './attempts-harness.ts';
import { aScoredCase, grant, refuse, type CaseOptions } from './certification-harness.ts';
import type { Client } from './harness/client.ts';
import { logInAs } from './harness/people.ts';
import type { TestApi } from './harness/start-api.ts';

/** Under the floor of knowledge and far from every line; the lab of 70 may be carried over, the portfolio of 60 not. */
export const failing: CaseOptions = { rightAnswers: 16 };

/** A session that is open by the shifted clock, and closes so many days on. */
export const sessionNow = async (
  api: TestApi,
  closesInDays = 5,
  parts?: object[],
): Promise<ExamSessionView> => {
  const now = (await readClock(api.db)).getTime();
  return openSession(api, {
    title: { 'zh-CN': '本期考试', en: 'This session' },
    role: 'application-engineer',
    level: 'junior',
    opensAt: new Date(now - 3_600_000).toISOString(),
    closesAt: new Date(now + closesInDays * 86_400_000).toISOString(),
    ...(parts && { parts }),
  });
};

export type Candidate = { readonly client: Client; readonly person: Person };
export const aCandidate = (api: TestApi): Promise<Candidate> => logInAs(api);

/** One try with its scores, decided by a certifier: a grant where the options do not fail. */
export const decidedTry = async (
  api: TestApi,
  certifier: Client,
  { person }: Candidate,
  options: CaseOptions = {},
  session?: ExamSessionView,
): Promise<{ entry: Entry; decision: DecisionView }> => {
  const at = session ?? (await sessionNow(api));
  const { entry } = await aScoredCase(api, at, { candidate: person, ...options });
  const { evidence } = (await certifier.get(`/api/entries/${entry.id}/evidence`)).body as EvidenceView;
  const input = evidence!.result.grade === null ? refuse : grant;
  const answer = await certifier.post(`/api/entries/${entry.id}/decision`, input).expect(201);
  return { entry, decision: answer.body as DecisionView };
};

export const mine = async ({ client }: Pick<Candidate, 'client'>): Promise<OwnEnrolment> => {
  const answer = await client.get('/api/enrolments/mine').expect(200);
  return (answer.body as OwnEnrolment[])[0]!;
};

/** Asks for the next try; a session that is open now unless told. */
export const ask = async (
  api: TestApi,
  candidate: Candidate,
  carry: string[] = [],
  session?: ExamSessionView,
) => {
  const { id } = await mine(candidate);
  const examSessionId = (session ?? (await sessionNow(api))).id;
  return candidate.client.post(`/api/enrolments/${id}/entries`, { examSessionId, carry });
};

export const enter = async (...args: Parameters<typeof ask>): Promise<Entry> => {
  const [api] = args;
  const answer = await ask(...args);
  if (answer.status !== 201) throw new Error(`refused: ${JSON.stringify(answer.body)}`);
  const { id } = answer.body as EnteredEntry;
  await clearEntries(api.db, id);
  return api.db.manager.findOneByOrFail(Entry, { id });
};

export const refused = async (asked: ReturnType<typeof ask>) => {
  const { status, body } = await asked;
  const { code, errors } = body as Problem;
  return { status, code, value: errors?.[0]?.message };
};
