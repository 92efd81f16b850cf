import type { Manifest } from '@ennead/contracts';
import { hashContent } from '@ennead/domain';
import type { Artefact, Claim, Portfolio } from '@ennead/persistence';
import type { FoundEntry } from '../enrolments/find-entry.ts';
import { freezeArtefact } from './view-artefact.ts';

export type ToFreeze = {
  readonly portfolio: Portfolio;
  readonly entry: FoundEntry;
  readonly claims: readonly Claim[];
  readonly artefacts: readonly Artefact[];
};

/** The manifest of a submission, and its SHA-256 over canonical JSON. */
export const freezePortfolio = (
  { portfolio, entry, claims, artefacts }: ToFreeze,
  number: number,
  submittedAt: Date,
): { manifest: Manifest; sha256: string } => {
  const manifest: Manifest = {
    entryId: entry.id,
    number,
    role: entry.role,
    level: entry.level,
    submittedAt: submittedAt.toISOString(),
    claims: claims.map(({ competency, text, artefactIds }) => ({ competency, text, artefactIds })),
    experience: portfolio.experience,
    artefacts: artefacts.map(freezeArtefact),
  };
  return { manifest, sha256: hashContent(manifest) };
};
