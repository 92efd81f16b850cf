import { hashDetail, hashFact, hashSeal, type SealedFact, type TrailFact } from '@ennead/domain';
import type { KeptSeal } from '@ennead/contracts/internal';
import { mostInSeal } from '@ennead/persistence';
import type { TrailFault } from './trail-fault.ts';

/** A row that a seal covers, with what is kept of it and what is there of it now. */
export type CoveredFact = {
  readonly eventId: string;
  readonly detailHash: string;
  readonly hash: string;
  /** Null where the row is gone. */
  readonly row: (TrailFact & { readonly detail: unknown; readonly salt: string | null }) | null;
};

export type StoredSeal = {
  readonly number: number;
  readonly previousHash: string | null;
  readonly hash: string;
  readonly at: string;
  readonly facts: readonly CoveredFact[];
};

/** How long a transaction that wrote to the trail may have taken: `at` is when it began, and it is sealed after its end. */
const patienceMs = 10 * 60_000;

/** Goes along the chain, a seal at a time, in its order; keeps of what it has seen no more than where it is. */
export class SealChecker {
  private last: KeptSeal = { number: 0, hash: '' };
  /** When there was last nothing left to seal: whatever says that it happened long before, and came later, did not. */
  private emptiedAt = -Infinity;
  private erased = 0;
  private rows = 0;
  private keptIsFound = false;

  /** @param kept a seal that was kept elsewhere, which the chain must hold */
  constructor(private readonly kept: KeptSeal | null) {}

  get newest(): KeptSeal {
    return this.last;
  }

  /** @returns rows covered so far, and of how many the detail is erased */
  get counts(): { readonly rows: number; readonly erased: number } {
    return { rows: this.rows, erased: this.erased };
  }

  check(seal: StoredSeal): TrailFault[] {
    const { number, previousHash, hash, facts } = seal;
    const faults: TrailFault[] = [];
    if (number !== this.last.number + 1 || previousHash !== (this.last.number === 0 ? null : this.last.hash))
      faults.push({ kind: 'broken-link', seal: number });
    if (hashSeal(seal, facts.map(sealed)) !== hash) faults.push({ kind: 'altered-seal', seal: number });
    if (number === this.kept?.number) {
      this.keptIsFound = true;
      if (hash !== this.kept.hash) faults.push({ kind: 'other-chain', seal: number });
    }
    faults.push(...facts.flatMap((fact) => this.checkFact(fact, seal)));
    if (facts.length < mostInSeal) this.emptiedAt = Date.parse(seal.at);
    this.last = { number, hash };
    return faults;
  }

  /** What only shows when the whole chain has been seen. */
  finish(): TrailFault[] {
    return this.kept && !this.keptIsFound ? [{ kind: 'other-chain', seal: this.kept.number }] : [];
  }

  private checkFact({ eventId, detailHash, hash, row }: CoveredFact, seal: StoredSeal): TrailFault[] {
    this.rows += 1;
    if (!row) return [{ kind: 'missing', eventId, seal: seal.number }];
    const { detail, salt, ...fact } = row;
    const isErased = salt === null && isEmpty(detail);
    if (isErased) this.erased += 1;
    const isWhole = isErased || hashDetail(salt, detail) === detailHash;
    if (!isWhole || hashFact(fact, detailHash) !== hash)
      return [{ kind: 'altered', eventId, seal: seal.number }];
    const at = Date.parse(row.at);
    return at < this.emptiedAt - patienceMs || at > Date.parse(seal.at) + patienceMs
      ? [{ kind: 'misdated', eventId, seal: seal.number, at: row.at, sealedAt: seal.at }]
      : [];
  }
}

const sealed = ({ eventId, hash }: CoveredFact): SealedFact => ({ id: eventId, hash });

const isEmpty = (detail: unknown): boolean =>
  typeof detail === 'object' && detail !== null && Object.keys(detail).length === 0;
