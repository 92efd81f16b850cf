import type { DecisionView, Evidence, EvidenceView, ExamSessionView } from '@ennead/contracts';
import type { Entry } from '@ennead/persistence';
import { aScoredCase, grant, type CaseOptions } from './certification-harness.ts';
import { logInAs } from './harness/people.ts';
import type { TestApi } from './harness/start-api.ts';
import { enter, mine, sessionNow, type Candidate } from './tries-harness.ts';

export type SatTry = { readonly session: ExamSessionView; readonly entry: Entry };
export type GradedTry = SatTry & { readonly decision: DecisionView };
type Of = Pick<Entry, 'id'>;

const reason = 'The portfolio was found to be another person’s work.';

/** Two certifiers who grant, confirm and take back as often as a spec needs; each act takes effect at once. */
export const twoCertifiers = async (api: TestApi) => {
  const { client: certifier } = await logInAs(api, { roles: ['certifier'] });
  const { client: second } = await logInAs(api, { roles: ['certifier'] });
  const agree = (made: DecisionView) => second.post(`/api/decisions/${made.id}/confirm`, { reason });

  const evidenceOf = async ({ id }: Of): Promise<Evidence> =>
    ((await certifier.get(`/api/entries/${id}/evidence`).expect(200)).body as EvidenceView).evidence!;

  /** Grants what the scores come to. */
  const decide = async ({ id }: Of, input: object = grant): Promise<DecisionView> => {
    const { body } = await certifier.post(`/api/entries/${id}/decision`, input).expect(201);
    const made = body as DecisionView;
    return made.state === 'proposed' ? ((await agree(made).expect(201)).body as DecisionView) : made;
  };

  /** Asked for by one and not yet agreed to by the other. */
  const proposeWithdrawal = async ({ id }: Of): Promise<DecisionView> => {
    const { decision } = (await certifier.get(`/api/entries/${id}/evidence`).expect(200))
      .body as EvidenceView;
    const asked = await certifier.post(`/api/decisions/${decision!.id}/withdraw`, { reason }).expect(201);
    return asked.body as DecisionView;
  };

  const withdraw = async (entry: Of): Promise<void> => {
    await agree(await proposeWithdrawal(entry)).expect(201);
  };

  /** A try with its scores, waiting for its decision. */
  const sit = async (
    candidate: Candidate,
    options: CaseOptions,
    carry: readonly string[] = [],
  ): Promise<SatTry> => {
    const session = await sessionNow(api);
    const isFirst = (await mine(candidate)) === undefined;
    const entered = isFirst ? undefined : await enter(api, candidate, [...carry], session);
    const { entry } = await aScoredCase(api, session, {
      candidate: candidate.person,
      ...options,
      ...(entered && { entry: entered }),
    });
    return { session, entry };
  };

  const grade = async (...of: Parameters<typeof sit>): Promise<GradedTry> => {
    const sat = await sit(...of);
    return { ...sat, decision: await decide(sat.entry) };
  };

  return {
    certifier,
    agree,
    evidenceOf,
    decide,
    proposeWithdrawal,
    withdraw,
    sit,
    grade,
  };
};

export type TwoCertifiers = Awaited<ReturnType<typeof twoCertifiers>>;

/** Of each try: what its certificate is good for, and its end; null where it has none. */
export const certificatesOf = async (candidate: Candidate) =>
  (await mine(candidate)).tries.map(
    ({ credential }) => credential && { status: credential.status, expiresAt: credential.expiresAt },
  );
