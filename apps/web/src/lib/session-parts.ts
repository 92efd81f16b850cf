import type { SessionPartView } from '@ennead/contracts';
import { useTranslation } from '../i18n/use-translation.ts';
import { useFormat } from './format.ts';
import { usePartWords } from './part-words.ts';
import { withPlaces } from './place-parts.ts';

export interface SessionPartFacts {
  readonly id: string;
  /** "Lab 1 of 2 · 45 minutes · one third of the skills score" */
  readonly facts: string;
  readonly contentId: string;
  /** A short name of the content, where role and level alone do not tell which it is. */
  readonly content: string | null;
}

/** What a session examines, a line for each part: what, how long, how much, and until when where that is its own. */
export function useSessionParts(): (parts: readonly SessionPartView[]) => readonly SessionPartFacts[] {
  const { t } = useTranslation();
  const format = useFormat();
  const words = usePartWords();
  return (parts) =>
    withPlaces(parts).map(({ part, place }) => {
      const { id, itemCount, durationSec, closesAt, contentId } = part;
      const facts = [
        words.title(place),
        itemCount === null ? null : t('part.items', { count: itemCount }),
        durationSec === null ? null : t('part.minutes', { count: Math.round(durationSec / 60) }),
        words.countsInList(place),
        closesAt && t('part.closesAt', { time: format.dateTime(closesAt) }),
      ];
      const isOneOfMany = place.kind === 'lab' || place.count > 1;
      const content = isOneOfMany ? (contentId.split('/').at(-1) ?? null) : null;
      return { id, contentId, content, facts: facts.filter(Boolean).join(' · ') };
    });
}
