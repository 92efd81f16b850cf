import { experienceLimits, type DraftInput, type Missing, type PortfolioView } from '@ennead/contracts';
import { readWhole } from '../../lib/whole-number.ts';

export interface ClaimDraft {
  readonly text: string;
  readonly artefactIds: readonly string[];
}

/** What the page holds while it is edited: everything as typed. */
export interface Draft {
  readonly claims: Readonly<Record<string, ClaimDraft>>;
  readonly years: string;
  readonly experience: string;
}

export const emptyClaim: ClaimDraft = { text: '', artefactIds: [] };

export const draftOf = ({ claims, experience }: PortfolioView): Draft => ({
  claims: Object.fromEntries(claims.map(({ competency, ...claim }) => [competency, claim])),
  years: experience ? String(experience.years) : '',
  experience: experience?.text ?? '',
});

/** Whole years, as many as anybody can have; null for anything else. */
export function readYears(text: string): number | null {
  const years = readWhole(text);
  return years !== null && years <= experienceLimits.years ? years : null;
}

/** The draft as the server takes it; years that are none yet count as 0, so that the words beside them are saved. */
export function toDraftInput(draft: Draft, updatedAt: string): DraftInput {
  const isBlank = draft.years.trim() === '' && draft.experience === '';
  return {
    updatedAt,
    claims: Object.entries(draft.claims).map(([competency, { text, artefactIds }]) => ({
      competency,
      text,
      artefactIds: [...artefactIds],
    })),
    experience: isBlank ? null : { years: readYears(draft.years) ?? 0, text: draft.experience },
  };
}

const isClaimed = (draft: Draft, competency: string): boolean =>
  (draft.claims[competency]?.text ?? '').trim() !== '';

/** What the server would refuse a submission for. */
export const findMissing = (draft: Draft, { competencies, artefacts }: PortfolioView): Missing[] => [
  ...competencies
    .filter(({ id }) => !isClaimed(draft, id))
    .map(({ id }) => ({ kind: 'claim' as const, competency: id })),
  ...(artefacts.length === 0 ? [{ kind: 'artefact' as const }] : []),
];

/** In how many claims an artefact is referred to. */
export const countUses = (draft: Draft, artefactId: string): number =>
  Object.values(draft.claims).filter(({ artefactIds }) => artefactIds.includes(artefactId)).length;
