import type { ConflictKind } from '@ennead/contracts';

export interface CaseParties {
  readonly candidateId: string;
  /** Who trains the cohort of the candidate. */
  readonly trainerIds: readonly string[];
  /** Reviews of every version of the portfolio, whether handed in or only assigned. */
  readonly reviews: readonly { readonly reviewerId: string; readonly kind: 'review' | 'adjudication' }[];
}

/**
 * Why this person may not decide the case, each reason once; empty when nothing stands against it. Whoever trained or
 * assessed a candidate never decides that candidate's grade (ISO/IEC 17024, 5.2 and 9.2), and nobody decides their own.
 */
export function findConflicts(certifierId: string, parties: CaseParties): ConflictKind[] {
  const reviewed = (kind: 'review' | 'adjudication') =>
    parties.reviews.some((review) => review.reviewerId === certifierId && review.kind === kind);
  const conflicts: readonly (readonly [ConflictKind, boolean])[] = [
    ['candidate', parties.candidateId === certifierId],
    ['trainer', parties.trainerIds.includes(certifierId)],
    ['assessor', reviewed('review')],
    ['moderator', reviewed('adjudication')],
  ];
  return conflicts.flatMap(([kind, stands]) => (stands ? [kind] : []));
}
