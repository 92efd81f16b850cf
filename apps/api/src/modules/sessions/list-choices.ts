import {
  LevelCode,
  RoleCode,
  schemeInForce,
  type Certification,
  type ContentChoice,
  type ContentLack,
  type PartKind,
  type SessionChoice,
  type UnusableContent,
} from '@ennead/contracts';
import { findShortages } from '@ennead/domain';
import { nouns } from './nouns.ts';
import type { Offer } from './read-offer.ts';

/** Every role at every level, in the order of the standard. */
export const certifications: readonly Certification[] = RoleCode.options.flatMap((role) =>
  LevelCode.options.map((level) => ({ role, level })),
);

const kinds = Object.keys(nouns) as PartKind[];

/** What could be examined of what is live for one role and level, and what is lacking for a whole session. */
export const judgeOffer = (certification: Certification, offer: Offer, now: Date): SessionChoice => {
  const inForce = schemeInForce(
    offer.schemes.map(({ body }) => body),
    now,
  );
  const contents = contentsOf(offer);
  return {
    ...certification,
    scheme: inForce && { id: inForce.id, version: inForce.version },
    contents,
    unusable: [...offer.unusable],
    lacks: [
      ...(offer.standard ? [] : rulingLacks(offer, 'standard')),
      ...(inForce ? [] : rulingLacks(offer, 'scheme')),
      ...kinds.flatMap((kind) => lacksOf(contents, offer, kind)),
    ],
  };
};

type Damaged = Pick<Offer, 'unusable'>;

const unusableOf = ({ unusable }: Damaged, kind: UnusableContent['content']): ContentLack[] =>
  unusable.filter(({ content }) => content === kind);

const rulingLacks = (offer: Damaged, kind: 'standard' | 'scheme'): ContentLack[] => {
  const damaged = unusableOf(offer, kind);
  return damaged.length > 0 ? damaged : [{ kind }];
};

/** One ready piece of a kind is enough; else what keeps each from being ready, or that there is none. */
const lacksOf = (contents: readonly ContentChoice[], offer: Damaged, kind: PartKind): ContentLack[] => {
  const own = contents.filter((content) => content.kind === kind);
  const damaged = unusableOf(offer, nouns[kind]);
  if (own.length + damaged.length === 0) return [{ kind: nouns[kind] }];
  if (own.some(({ lacks }) => lacks.length === 0)) return [];
  const questions = kind === 'form' ? unusableOf(offer, 'question') : [];
  return [...own.flatMap(({ lacks }) => lacks), ...damaged, ...questions];
};

const contentsOf = ({ blueprints, labs, rubrics, questions }: Offer): ContentChoice[] => {
  const items = questions.map(({ body }) => body);
  return [
    ...blueprints.map(({ body }): ContentChoice => ({
      ...headOf(body),
      kind: 'form',
      durationSec: body.durationSec,
      itemCount: body.sections.reduce((sum, { count }) => sum + count, 0),
      lacks: findShortages([body], items).map((shortage) => ({ kind: 'items', ...shortage })),
    })),
    ...labs.map(({ body: { lab } }): ContentChoice => ({
      ...headOf(lab),
      kind: 'lab',
      durationSec: lab.durationSec,
      itemCount: null,
      lacks: [],
    })),
    ...rubrics.map(({ body }): ContentChoice => ({
      ...headOf(body),
      kind: 'portfolio',
      durationSec: null,
      itemCount: null,
      lacks: [],
    })),
  ];
};

const headOf = ({ id, version, title }: { id: string; version: number; title: ContentChoice['title'] }) => ({
  contentId: id,
  version,
  title,
});
