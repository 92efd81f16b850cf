import type { LocalizedText, MessageChange, MessageValue, PartKind } from '@ennead/contracts';
import { partWords } from './part-words.ts';

/** A session as the trail keeps what it was and became; what a change cannot touch is not there. */
export type SessionFacts = {
  readonly title?: LocalizedText;
  readonly venue?: string | null;
  readonly halls?: readonly string[];
  readonly opensAt?: string;
  readonly closesAt: string;
  /** When parts close that have a date of their own, by where they stand. */
  readonly parts: Readonly<Record<string, string>>;
};

export type PlacedPart = { readonly position: number; readonly kind: PartKind };

/** When a part closes: on its own date, or with the session. */
export const endOf = ({ closesAt, parts }: SessionFacts, { position }: PlacedPart): string =>
  parts[position] ?? closesAt;

/** What is not as it was, in the words of a letter. */
export const findSessionChanges = (
  before: SessionFacts,
  after: SessionFacts,
  parts: readonly PlacedPart[],
): MessageChange[] => {
  const both: MessageChange[] = [
    { what: words.title, from: before.title ?? null, to: after.title ?? null },
    { what: words.venue, from: before.venue ?? null, to: after.venue ?? null },
    { what: words.halls, from: hallWords(before), to: hallWords(after) },
    { what: words.opens, from: instant(before.opensAt), to: instant(after.opensAt) },
    { what: words.closes, from: instant(before.closesAt), to: instant(after.closesAt) },
    ...parts
      .filter(({ position }) => before.parts[position] ?? after.parts[position])
      .map((part) => ({
        what: partClosesWords(part.kind),
        from: instant(endOf(before, part)),
        to: instant(endOf(after, part)),
      })),
  ];
  return both.filter(({ from, to }) => textOf(from) !== textOf(to));
};

const words = {
  title: { 'zh-CN': '名称', en: 'Title' },
  venue: { 'zh-CN': '地点', en: 'Place' },
  halls: { 'zh-CN': '考场', en: 'Halls' },
  opens: { 'zh-CN': '开放时间', en: 'Opens' },
  closes: { 'zh-CN': '截止时间', en: 'Closes' },
} as const satisfies Record<string, LocalizedText>;

const partClosesWords = (kind: PartKind): LocalizedText => ({
  'zh-CN': `${partWords(kind)['zh-CN']}截止时间`,
  en: `Last moment for ${partWords(kind).en}`,
});

/** Of somebody who is amid a part. */
export const ownDeadlineWords = (kind: PartKind): LocalizedText => ({
  'zh-CN': `您本人的${partWords(kind)['zh-CN']}截止时间`,
  en: `Your own deadline for ${partWords(kind).en}`,
});

const hallWords = ({ halls = [] }: SessionFacts): MessageValue | null =>
  halls.length > 0 ? { 'zh-CN': halls.join('、'), en: halls.join(', ') } : null;

const instant = (value: string | undefined): MessageValue | null => (value ? { at: value } : null);

const textOf = (value: MessageValue | null): string => {
  if (value === null || typeof value === 'string') return value ?? '';
  return 'at' in value ? value.at : `${value['zh-CN']}\n${value.en}`;
};
