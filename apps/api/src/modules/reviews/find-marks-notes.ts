import type { MarksNote } from '@ennead/contracts';
import { findTaintedMarks } from '@ennead/persistence';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';

type AnsweredRow = Omit<MarksNote, 'submittedAt' | 'answer'> & {
  submittedAt: Date;
  answer: NonNullable<MarksNote['answer']>;
};

/** Marks that came into question in these entries of one candidate: those that wait for an answer first, then what was answered. */
export const findMarksNotes = async (
  manager: EntityManager,
  entryIds: readonly string[],
): Promise<MarksNote[]> => {
  const tainted = await findTaintedMarks(manager, sql`entry.id = ANY (${[...entryIds]}::uuid[])`);
  const answered: AnsweredRow[] = await manager.query(
    `SELECT review.id AS "reviewId", review.kind, reviewer.name AS "reviewerName", review.submitted_at AS "submittedAt",
       entry.number, own.ties, jsonb_build_object('answer', own.answer, 'reason', own.reason, 'answeredBy', said.name,
         'answeredAt', own.answered_at) AS answer
     FROM marks_answer own JOIN review ON review.id = own.review_id JOIN person reviewer ON reviewer.id = review.reviewer_id
     JOIN person said ON said.id = own.answered_by JOIN portfolio_version version ON version.id = review.portfolio_version_id
     JOIN portfolio ON portfolio.id = version.portfolio_id JOIN entry ON entry.id = portfolio.entry_id
     WHERE entry.id = ANY ($1::uuid[]) ORDER BY own.answered_at, own.id`,
    [entryIds],
  );
  return [
    ...tainted.map(({ reviewId, kind, reviewerName, submittedAt, number, ties }) => ({
      reviewId,
      kind,
      reviewerName,
      submittedAt: submittedAt.toISOString(),
      number,
      ties: ties.map(({ tie }) => tie),
      answer: null,
    })),
    ...answered.map(({ submittedAt, answer, ...row }) => ({
      ...row,
      submittedAt: submittedAt.toISOString(),
      answer: { ...answer, answeredAt: new Date(answer.answeredAt).toISOString() },
    })),
  ];
};
