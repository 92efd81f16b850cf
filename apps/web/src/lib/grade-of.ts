import type { Proposal } from '@ennead/contracts';

/** The grade that a decision speaks of, to be filled into a text: granted, or taken back; empty for a refusal. */
export const gradeOf = ({ grade, withdrawnGrade }: Pick<Proposal, 'grade' | 'withdrawnGrade'>): number | '' =>
  grade ?? withdrawnGrade ?? '';
