import {
  Refusal,
  schemeInForce,
  type Lab,
  type LevelCode,
  type RoleCode,
  type Rubric,
  type Scheme,
} from '@ennead/contracts';
import type { Blueprint } from '@ennead/contracts/internal';
import type { Content, LoadedItem } from '@ennead/content';
import { findShortages } from '@ennead/domain';

type Hashed<T> = T & { readonly hash: string };

/** Everything that a session of one role and level examines, each in its newest version. */
export type ChosenContent = {
  readonly scheme: Hashed<{ scheme: Scheme }>;
  readonly blueprint: Hashed<{ blueprint: Blueprint }>;
  readonly rubric: Hashed<{ rubric: Rubric }>;
  readonly lab: Hashed<{ lab: Lab }>;
  /** All items that the blueprint may draw from. */
  readonly items: readonly LoadedItem[];
};

const newest = <T>(all: Iterable<T>, versionOf: (one: T) => number): T | undefined =>
  [...all].sort((a, b) => versionOf(b) - versionOf(a))[0];

/**
 * @param now a scheme that takes effect later is not chosen
 * @throws Refusal CONTENT_MISSING naming every kind of content that is missing or too little
 */
export const chooseContent = (
  content: Content,
  role: RoleCode,
  level: LevelCode,
  now: Date,
): ChosenContent => {
  const isMeant = (one: { role: RoleCode; level: LevelCode }) => one.role === role && one.level === level;
  const scheme = schemeInForce(content.schemes, now);
  const schemeHash = scheme && content.schemeHashes.get(`${scheme.id}@${scheme.version}`);
  const blueprint = newest(
    [...content.blueprints.values()].filter((one) => isMeant(one.blueprint)),
    (one) => one.blueprint.version,
  );
  const rubric = newest(
    [...content.rubrics.values()].filter((one) => isMeant(one.rubric)),
    (one) => one.rubric.version,
  );
  const lab = newest(
    [...content.labs.values()].filter((one) => isMeant(one.lab)),
    (one) => one.lab.version,
  );
  const items = [...content.items.values()].filter(isMeant);
  const missing = Object.entries({ scheme: schemeHash, blueprint, rubric, lab })
    .filter(([, found]) => !found)
    .map(([kind]) => ({ path: kind, message: `no ${kind} for ${level} ${role}` }));
  const short = blueprint
    ? findShortages(
        blueprint.blueprint,
        items.map(({ item }) => item),
      )
    : [];
  const errors = [
    ...missing,
    ...short.map(({ competency, asked, available }) => ({
      path: 'items',
      message: `${competency}: ${asked} asked, ${available} there`,
    })),
  ];
  if (errors.length > 0 || !scheme || !schemeHash || !blueprint || !rubric || !lab)
    throw new Refusal('CONTENT_MISSING', errors);
  return { scheme: { scheme, hash: schemeHash }, blueprint, rubric, lab, items };
};
