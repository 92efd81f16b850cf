const dayMs = 86_400_000;

/**
 * Whether what was decided then from evidence may be kept for a sitting of then.
 *
 * @param evidenceDays for how many days from its decision it holds
 */
export const isEvidenceInDate = (decidedAt: Date, opensAt: Date, evidenceDays: number): boolean =>
  opensAt.getTime() - decidedAt.getTime() <= evidenceDays * dayMs;
