/** For how many days from its decision what was shown for an accommodation is taken to hold. */
const heldDays = 365;
const dayMs = 86_400_000;

/** Whether what was decided then from evidence may be kept for a sitting of then. */
export const isEvidenceInDate = (decidedAt: Date, opensAt: Date): boolean =>
  opensAt.getTime() - decidedAt.getTime() <= heldDays * dayMs;
