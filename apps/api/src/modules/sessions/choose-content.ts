import {
  Refusal,
  type DimensionCode,
  type Lab,
  type LevelCode,
  type RoleCode,
  type Rubric,
  type Scheme,
  type SessionPartInput,
} from '@ennead/contracts';
import type { Blueprint } from '@ennead/contracts/internal';
import type { Content, LoadedItem } from '@ennead/content';
import { findShortages } from '@ennead/domain';

type Hashed<T> = T & { readonly hash: string };
type Placed<Kind extends string, T> = Hashed<T> & {
  readonly kind: Kind;
  readonly dimension: DimensionCode;
  readonly weight: number;
  readonly closesAt: string | null;
};

/** Something to be examined, in the version that is live now. A form's items are all that its blueprint may draw from. */
export type ChosenPart =
  | Placed<'form', { blueprint: Blueprint; items: readonly LoadedItem[] }>
  | Placed<'lab', { lab: Lab }>
  | Placed<'portfolio', { rubric: Rubric }>;

export type ChosenContent = {
  readonly scheme: Hashed<{ scheme: Scheme }>;
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

const newest = <T>(all: Iterable<T>, versionOf: (one: T) => number): T | undefined =>
  [...all].sort((a, b) => versionOf(b) - versionOf(a))[0];

/**
 * @param today ISO date; a scheme that takes effect later is not chosen
 * @throws Refusal CONTENT_MISSING naming every kind of content that is missing or too little
 */
export const chooseContent = (
  content: Content,
  { role, level, parts }: { role: RoleCode; level: LevelCode; parts?: readonly SessionPartInput[] },
  today: string,
): ChosenContent => {
  const errors: Errors = [];
  const scheme = newest(
    content.schemes.filter(({ effectiveFrom }) => effectiveFrom <= today),
    ({ version }) => version,
  );
  const hash = scheme && content.schemeHashes.get(`${scheme.id}@${scheme.version}`);
  if (!hash) errors.push({ path: 'scheme', message: `no scheme for ${level} ${role}` });
  const chosen = (parts ?? usualParts).map((wish) => choosePart(content, role, level, wish, errors));
  const lacking = new Set(Object.values(dimensionOf));
  chosen.forEach((part) => part && lacking.delete(part.dimension));
  if (parts)
    lacking.forEach((dimension) => errors.push({ path: 'parts', message: `no part for ${dimension}` }));
  if (errors.length > 0 || !scheme || !hash) throw new Refusal('CONTENT_MISSING', errors);
  return { scheme: { scheme, hash }, parts: chosen.flatMap((part) => part ?? []) };
};

const choosePart = (
  content: Content,
  role: RoleCode,
  level: LevelCode,
  { kind, contentId, ...place }: Wish,
  errors: Errors,
): ChosenPart | null => {
  const isMeant = (id: string, one: { role: RoleCode; level: LevelCode }) =>
    one.role === role && one.level === level && (contentId === null || contentId === id);
  const missing = (): null => {
    const noun = { form: 'blueprint', lab: 'lab', portfolio: 'rubric' }[kind];
    errors.push({
      path: noun,
      message: `no ${noun}${contentId ? ` ${contentId}` : ''} for ${level} ${role}`,
    });
    return null;
  };
  if (place.dimension !== dimensionOf[kind]) {
    errors.push({ path: 'parts', message: `a ${kind} does not examine ${place.dimension}` });
    return null;
  }
  switch (kind) {
    case 'form': {
      const found = newest(
        [...content.blueprints.values()].filter(({ blueprint }) => isMeant(blueprint.id, blueprint)),
        ({ blueprint }) => blueprint.version,
      );
      const items = [...content.items.values()].filter((one) => one.role === role && one.level === level);
      return found ? { ...place, kind, ...found, items: enough(found.blueprint, items, errors) } : missing();
    }
    case 'lab': {
      const found = newest(
        [...content.labs.values()].filter(({ lab }) => isMeant(lab.id, lab)),
        ({ lab }) => lab.version,
      );
      return found ? { ...place, kind, lab: found.lab, hash: found.hash } : missing();
    }
    case 'portfolio': {
      const found = newest(
        [...content.rubrics.values()].filter(({ rubric }) => isMeant(rubric.id, rubric)),
        ({ rubric }) => rubric.version,
      );
      return found ? { ...place, kind, ...found } : missing();
    }
  }
};

const enough = (
  blueprint: Blueprint,
  items: readonly LoadedItem[],
  errors: Errors,
): readonly LoadedItem[] => {
  const shortages = findShortages(
    blueprint,
    items.map(({ item }) => item),
  );
  errors.push(
    ...shortages.map(({ competency, asked, available }) => ({
      path: 'items',
      message: `${competency}: ${asked} asked, ${available} there`,
    })),
  );
  return items;
};
