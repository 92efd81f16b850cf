import type { EntryCause, Scheme } from '@ennead/contracts';
import { judgeNextTry } from '@ennead/domain';
import type { Enrolment, ExamSession } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { topGradeOf } from '../results/schemes.ts';
import { findTries } from './find-tries.ts';
import { refuseTry } from './refuse-try.ts';

type Asked = {
  readonly session: Pick<ExamSession, 'purpose' | 'opensAt'>;
  readonly enrolment: Enrolment;
  /** In force now. */
  readonly scheme: Scheme;
  readonly now: Date;
};

/** As what somebody may enter now, by the rules of tries. @throws Refusal where these do not let them */
export const judgeCause = async (
  manager: EntityManager,
  { session: { purpose, opensAt }, enrolment, scheme, now }: Asked,
): Promise<EntryCause> => {
  if (purpose === 'mock') return 'mock';
  const tries = (await findTries(manager, [enrolment.id])).get(enrolment.id) ?? [];
  const topGrade = topGradeOf(scheme, enrolment.level);
  const next = judgeNextTry(scheme.rules, tries, topGrade, now.toISOString(), opensAt.toISOString());
  refuseTry(next);
  return next.cause;
};
