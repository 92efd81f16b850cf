import type { EvidenceFault, SignatureState } from '@ennead/contracts';

type Part = {
  readonly partId: string;
  /** Null while the part has no score: then there is nothing that its evidence could fail to yield. */
  readonly scoreCents: number | null;
  /** The score as the stored evidence yields it; null where it yields none. */
  readonly recomputedCents: number | null;
};
type Lab = Part & {
  readonly verdict: {
    readonly scoreCents: number;
    /** What the verdict's own checks add up to. */
    readonly recomputedCents: number;
    readonly treeIsHandedIn: boolean;
    readonly signature: SignatureState;
  } | null;
};
type Portfolio = Part & { readonly manifestIntact: boolean | null };

export interface StoredParts {
  readonly exams: readonly Part[];
  readonly labs: readonly Lab[];
  readonly portfolios: readonly Portfolio[];
}

/** Why the stored evidence of scored parts does not yield their scores, or is not what was signed or frozen. */
export function findPartFaults({ exams, labs, portfolios }: StoredParts): EvidenceFault[] {
  return [
    ...exams.flatMap((exam) => faultsOf('knowledge', exam, [])),
    ...labs.flatMap((lab) => faultsOf('skills', lab, verdictFaults(lab))),
    ...portfolios.flatMap((portfolio) =>
      faultsOf('practice', portfolio, portfolio.manifestIntact ? [] : ['manifest']),
    ),
  ];
}

type Because = EvidenceFault['because'];

function verdictFaults({ verdict }: Lab): Because[] {
  if (!verdict) return ['no-verdict'];
  const { scoreCents, recomputedCents, treeIsHandedIn, signature } = verdict;
  return [
    ...(recomputedCents === scoreCents ? [] : ['verdict-sum' as const]),
    ...(treeIsHandedIn ? [] : ['other-tree' as const]),
    ...(signature === 'verified' ? [] : ['signature' as const]),
  ];
}

function faultsOf(
  dimension: EvidenceFault['dimension'],
  { partId, scoreCents, recomputedCents }: Part,
  own: readonly Because[],
): EvidenceFault[] {
  if (scoreCents === null) return [];
  const because: Because[] = [...(recomputedCents === scoreCents ? [] : ['score' as const]), ...own];
  return because.map((one) => ({ dimension, partId, because: one }));
}
