import type {
  ExamPart,
  Lab,
  LabPart,
  LevelCode,
  LocalizedText,
  OutcomePart,
  OwnEntry,
  PortfolioPart,
  RoleCode,
} from '@ennead/contracts';

/** Columns of a table as PostgreSQL puts them into JSON. */
type Columns<Name extends string> = Record<Name, string | null> & { score_cents: number | null };

export type OwnEntryRow = {
  id: string;
  title: LocalizedText;
  role: RoleCode;
  level: LevelCode;
  cohortName: string | null;
  opensAt: Date;
  closesAt: Date;
  now: Date;
  labId: string;
  durationSec: number;
  itemCount: number;
  attempt:
    | (Columns<'started_at' | 'deadline_at' | 'submitted_at'> & {
        id: string;
        state: Exclude<ExamPart['state'], 'not-started'>;
      })
    | null;
  lab:
    | (Columns<'started_at' | 'deadline_at' | 'handed_in_at'> & {
        id: string;
        state: Exclude<LabPart['state'], 'not-started'>;
      })
    | null;
  portfolio:
    | (Columns<'updated_at' | 'submitted_at'> & {
        state: Exclude<PortfolioPart['state'], 'not-started'>;
      })
    | null;
  decision: { outcome: 'grant' | 'refuse'; grade: number | null; decided_at: string } | null;
  credential: { number: string; state: 'issued' | 'revoked' } | null;
};

const iso = (instant: string | null | undefined): string | null =>
  instant ? new Date(instant).toISOString() : null;

/** @param lab of the session; null where it is no longer among the labs */
export const viewOwnEntry = (row: OwnEntryRow, lab: Lab | null): OwnEntry => ({
  id: row.id,
  title: row.title,
  role: row.role,
  level: row.level,
  cohortName: row.cohortName,
  opensAt: row.opensAt.toISOString(),
  closesAt: row.closesAt.toISOString(),
  serverNow: row.now.toISOString(),
  exam: viewExam(row),
  lab: viewLab(row, lab),
  portfolio: viewPortfolio(row),
  result: viewOutcome(row),
});

const viewExam = ({ attempt, durationSec, itemCount }: OwnEntryRow): ExamPart => ({
  state: attempt?.state ?? 'not-started',
  attemptId: attempt?.id ?? null,
  durationSec,
  itemCount,
  startedAt: iso(attempt?.started_at),
  deadlineAt: iso(attempt?.deadline_at),
  submittedAt: iso(attempt?.submitted_at),
  scoreCents: attempt?.score_cents ?? null,
});

const viewLab = ({ lab: session }: OwnEntryRow, lab: Lab | null): LabPart => ({
  state: session?.state ?? 'not-started',
  labSessionId: session?.id ?? null,
  title: lab?.title ?? null,
  durationSec: lab?.durationSec ?? null,
  startedAt: iso(session?.started_at),
  deadlineAt: iso(session?.deadline_at),
  submittedAt: iso(session?.handed_in_at),
  scoreCents: session?.score_cents ?? null,
});

const viewPortfolio = ({ portfolio }: OwnEntryRow): PortfolioPart => ({
  state: portfolio?.state ?? 'not-started',
  startedAt: null,
  deadlineAt: null,
  submittedAt: iso(portfolio?.submitted_at),
  scoreCents: portfolio?.score_cents ?? null,
});

const viewOutcome = ({ decision, credential }: OwnEntryRow): OutcomePart => ({
  outcome: decision?.outcome ?? null,
  grade: decision?.grade ?? null,
  decidedAt: iso(decision?.decided_at),
  credentialNumber: credential?.number ?? null,
  credentialState: credential?.state ?? null,
});
