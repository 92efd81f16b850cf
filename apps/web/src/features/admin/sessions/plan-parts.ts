import {
  partLimits,
  type ContentChoice,
  type DimensionCode,
  type PartKind,
  type SessionChoice,
  type SessionPartInput,
} from '@ennead/contracts';
import { toInstant } from './local-instant.ts';
import { readWhole } from '../../../lib/whole-number.ts';

/** One part as it stands in the form: what is typed, until it is sent. */
export interface PlannedPart {
  readonly kind: PartKind;
  readonly contentId: string;
  readonly weight: string;
  /** A `datetime-local` value; empty where the part closes with the session. */
  readonly closesAt: string;
}

export const partKinds: readonly PartKind[] = ['form', 'lab', 'portfolio'];
export const dimensionOf: Readonly<Record<PartKind, DimensionCode>> = {
  form: 'knowledge',
  lab: 'skills',
  portfolio: 'practice',
};

export const isReady = ({ lacks }: Pick<SessionChoice | ContentChoice, 'lacks'>): boolean =>
  lacks.length === 0;

export const readyContents = ({ contents }: SessionChoice, kind: PartKind): readonly ContentChoice[] =>
  contents.filter((content) => content.kind === kind && isReady(content));

const plan = ({ kind, contentId }: ContentChoice): PlannedPart => ({
  kind,
  contentId,
  weight: '1',
  closesAt: '',
});

/** What a session examines unless somebody says otherwise: one part of each kind, the newest there is. */
export const usualParts = (choice: SessionChoice): readonly PlannedPart[] =>
  partKinds.flatMap((kind) => {
    const [newest] = readyContents(choice, kind).toSorted((a, b) => b.version - a.version);
    return newest ? [plan(newest)] : [];
  });

/** What is ready and not planned yet. */
export const unplanned = (
  choice: SessionChoice,
  parts: readonly PlannedPart[],
  kind: PartKind,
): readonly ContentChoice[] =>
  readyContents(choice, kind).filter(
    ({ contentId }) => !parts.some((part) => part.kind === kind && part.contentId === contentId),
  );

/** The plan with one more part, after the others of its kind. */
export const withPart = (parts: readonly PlannedPart[], content: ContentChoice): readonly PlannedPart[] =>
  partKinds.flatMap((kind) => [
    ...parts.filter((part) => part.kind === kind),
    ...(kind === content.kind ? [plan(content)] : []),
  ]);

/** Whole, 1 or more, and no more than one part may weigh; else null. */
export function weightOf({ weight }: Pick<PlannedPart, 'weight'>): number | null {
  const number = readWhole(weight);
  return number !== null && number >= 1 && number <= partLimits.weight ? number : null;
}

interface Window {
  readonly opensAt: string;
  readonly closesAt: string;
}

/** Whether a part's own date is later than the opening and within a year of the session's end; having none is fine. */
export function isDateFit({ closesAt }: Pick<PlannedPart, 'closesAt'>, session: Window): boolean {
  if (closesAt === '') return true;
  const at = toInstant(closesAt);
  return (
    at !== null &&
    at > session.opensAt &&
    Date.parse(at) <= Date.parse(session.closesAt) + partLimits.closesAfterMs
  );
}

/** What is sent; null while a weight or a date is not fit to be. */
export function toParts(parts: readonly PlannedPart[], session: Window): SessionPartInput[] | null {
  const inputs = parts.flatMap((part): SessionPartInput[] => {
    const weight = weightOf(part);
    if (weight === null || !isDateFit(part, session)) return [];
    const { kind, contentId } = part;
    return [{ dimension: dimensionOf[kind], kind, contentId, weight, closesAt: toInstant(part.closesAt) }];
  });
  return inputs.length === parts.length ? inputs : null;
}
