import type { EntryPart, OwnEntry } from '@ennead/contracts';
import type { StateTone } from '../../components/state-mark.tsx';
import { withPlaces, type PartPlace } from '../../lib/place-parts.ts';
import { carriedFor, isMissed } from './next-step.ts';

/** How far a part is; `missed` and `unsubmitted` are told by the clock. */
export type Standing = EntryPart['state'] | 'missed' | 'unsubmitted' | 'carried';

/** One part as the path shows it. */
export interface PathPart {
  readonly part: EntryPart;
  readonly place: PartPlace;
  /** On the path, from 1. */
  readonly number: number;
  readonly standing: Standing;
  readonly tone: StateTone;
  readonly minutes: number | null;
  /** The part's own last moment, while there is something to do and it is not that of the session. */
  readonly ownClosing: string | null;
}

const tones: Record<Standing, StateTone> = {
  'not-started': 'neutral',
  open: 'active',
  draft: 'active',
  submitted: 'active',
  'handed-in': 'active',
  'in-review': 'active',
  adjudication: 'active',
  stalled: 'warn',
  missed: 'warn',
  unsubmitted: 'warn',
  carried: 'good',
  graded: 'good',
  scored: 'good',
};

export function describeParts(entry: OwnEntry): readonly PathPart[] {
  return withPlaces(entry.parts).map(({ part, place }, at) => {
    const standing = standingOf(part, entry);
    return {
      part,
      place,
      number: at + 1,
      standing,
      tone: tones[standing],
      minutes: part.kind === 'portfolio' ? null : Math.round(part.durationSec / 60),
      ownClosing: part.closesAt !== entry.closesAt && isAhead(standing) ? part.closesAt : null,
    };
  });
}

const standingOf = (part: EntryPart, entry: OwnEntry): Standing => {
  if (carriedFor(part, entry)) return 'carried';
  if (!isMissed(part, entry)) return part.state;
  return part.state === 'draft' ? 'unsubmitted' : 'missed';
};

const isAhead = (standing: Standing) => standing === 'not-started' || standing === 'draft';
