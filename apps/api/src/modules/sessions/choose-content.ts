import {
  Refusal,
  schemeInForce,
  type Certification,
  type DimensionCode,
  type Rubric,
  type Scheme,
  type SessionPartInput,
  type StandardView,
} from '@ennead/contracts';
import type { Blueprint, LabManifest, Question } from '@ennead/contracts/internal';
import { findShortages } from '@ennead/domain';
import { nouns } from './nouns.ts';
import type { Offer, Pinned } from './read-offer.ts';
import { refuseUnusable } from './refuse-unusable.ts';

type Placed<Kind extends string, T> = Pinned<T> & {
  readonly kind: Kind;
  readonly dimension: DimensionCode;
  readonly weight: number;
  readonly closesAt: string | null;
};

/** Something to be examined, as it is live now. A form's questions are all that its blueprint may draw from. */
export type ChosenPart =
  | (Placed<'form', Blueprint> & { readonly questions: readonly Pinned<Question>[] })
  | Placed<'lab', LabManifest>
  | Placed<'portfolio', Rubric>;

export type ChosenContent = {
  readonly standard: Pinned<StandardView>;
  readonly scheme: Pinned<Scheme>;
  readonly parts: readonly ChosenPart[];
};

type Wish = Pick<SessionPartInput, 'dimension' | 'kind' | 'weight' | 'closesAt'> & {
  readonly contentId: string | null;
};
type Errors = { path: string; message: string }[];

/** What a session examines unless somebody says otherwise: one part a dimension, each the newest there is. */
const usualParts: readonly Wish[] = (
  [
    ['knowledge', 'form'],
    ['skills', 'lab'],
    ['practice', 'portfolio'],
  ] as const
).map(([dimension, kind]) => ({ dimension, kind, weight: 1, closesAt: null, contentId: null }));

const dimensionOf = { form: 'knowledge', lab: 'skills', portfolio: 'practice' } as const;

/**
 * @param offer what is live for the role and level
 * @param now a scheme that takes effect later is not chosen
 * @throws Refusal CONTENT_UNUSABLE naming what it needs and nobody can read
 * @throws Refusal CONTENT_MISSING naming every kind of content that is missing or too little for all papers together
 */
export const chooseContent = (
  { standard, schemes, unusable, ...offer }: Offer,
  { role, level, parts }: Certification & { parts?: readonly SessionPartInput[] },
  now: Date,
): ChosenContent => {
  const errors: Errors = [];
  const inForce = schemeInForce(
    schemes.map(({ body }) => body),
    now,
  );
  const scheme = schemes.find(({ body }) => body === inForce);
  if (!standard) errors.push({ path: 'standard', message: 'no standard' });
  if (!scheme) errors.push({ path: 'scheme', message: `no scheme for ${level} ${role}` });
  const wishes = parts ?? usualParts;
  const chosen = wishes.map((wish) => choosePart(offer, { role, level }, wish, errors));
  const shortages = shortagesOf(chosen, offer.questions);
  refuseUnusable(unusable, wishes, shortages.length > 0);
  errors.push(...shortages);
  const lacking = new Set(Object.values(dimensionOf));
  chosen.forEach((part) => part && lacking.delete(part.dimension));
  if (parts)
    lacking.forEach((dimension) => errors.push({ path: 'parts', message: `no part for ${dimension}` }));
  if (errors.length > 0 || !standard || !scheme) throw new Refusal('CONTENT_MISSING', errors);
  return { standard, scheme, parts: chosen.flatMap((part) => part ?? []) };
};

const choosePart = (
  { blueprints, labs, rubrics, questions }: Omit<Offer, 'standard' | 'schemes' | 'unusable'>,
  { role, level }: Certification,
  { kind, contentId, ...place }: Wish,
  errors: Errors,
): ChosenPart | null => {
  if (place.dimension !== dimensionOf[kind]) {
    errors.push({ path: 'parts', message: `a ${kind} does not examine ${place.dimension}` });
    return null;
  }
  const found = choose[kind]({ blueprints, labs, rubrics }, contentId);
  if (!found) {
    const noun = nouns[kind];
    const named = contentId ? ` ${contentId}` : '';
    errors.push({ path: noun, message: `no ${noun}${named} for ${level} ${role}` });
    return null;
  }
  return { ...place, kind, ...found, ...(kind === 'form' && { questions }) } as ChosenPart;
};

type Choices = Pick<Offer, 'blueprints' | 'labs' | 'rubrics'>;

const choose = {
  form: ({ blueprints }: Choices, id: string | null) => newest(blueprints, id, (blueprint) => blueprint),
  lab: ({ labs }: Choices, id: string | null) => newest(labs, id, ({ lab }) => lab),
  portfolio: ({ rubrics }: Choices, id: string | null) => newest(rubrics, id, (rubric) => rubric),
};

const newest = <T>(
  all: readonly Pinned<T>[],
  id: string | null,
  headOf: (body: T) => { id: string; version: number },
): Pinned<T> | undefined =>
  all
    .filter(({ body }) => id === null || headOf(body).id === id)
    .sort((a, b) => headOf(b.body).version - headOf(a.body).version)[0];

const shortagesOf = (
  parts: readonly (ChosenPart | null)[],
  questions: readonly Pinned<Question>[],
): Errors => {
  const papers = parts.flatMap((part) => (part?.kind === 'form' ? part.body : []));
  const items = questions.map(({ body }) => body);
  return findShortages(papers, items).map(({ competency, asked, available }) => ({
    path: 'items',
    message: `${competency}: ${asked} asked, ${available} there`,
  }));
};
