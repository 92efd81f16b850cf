import { CohortMember, ExamProgress, LabProgress, PortfolioProgress } from '@ennead/contracts';
import { leastAdvanced } from '@ennead/domain';
import type { EntityManager } from 'typeorm';
import type { Case, CasePart } from '../enrolments/case.ts';
import { readCases } from '../enrolments/find-cases.ts';

type Member = { entryId: string; name: string; email: string; active: boolean };

/** Where every candidate of a cohort is, by name. */
export const listMembers = async (manager: EntityManager, cohortId: string): Promise<CohortMember[]> => {
  const members: Member[] = await manager.query(
    `SELECT entry.id AS "entryId", person.name, person.email, person.password_hash IS NOT NULL AS active
     FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id
     JOIN person ON person.id = enrolment.candidate_id
     WHERE entry.cohort_id = $1 ORDER BY person.name, person.email`,
    [cohortId],
  );
  const cases = await readCases(
    manager,
    members.map(({ entryId }) => entryId),
  );
  return members.map((member, at) => viewMember(member, cases[at]!));
};

const viewMember = (member: Member, { parts, decision }: Case): CohortMember => ({
  ...member,
  exam: overall(ExamProgress.options, parts, 'form', ({ attempt }) => attempt?.state),
  lab: overall(LabProgress.options, parts, 'lab', ({ lab }) => lab?.state),
  portfolio: overall(PortfolioProgress.options, parts, 'portfolio', ({ portfolio }) => portfolio?.state),
  result: decision
    ? ({ grant: 'granted', refuse: 'refused', withdraw: 'refused' } as const)[decision.outcome]
    : 'undecided',
  grade: decision?.grade ?? null,
});

const overall = <Progress extends string>(
  order: readonly Progress[],
  parts: readonly CasePart[],
  kind: CasePart['kind'],
  stateOf: (part: CasePart) => Progress | undefined,
): Progress => {
  const [first] = order;
  const states = parts.filter((part) => part.kind === kind).map((part) => stateOf(part) ?? first!);
  return leastAdvanced(order, states) ?? first!;
};
