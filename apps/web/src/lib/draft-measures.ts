import { accommodationLimits as limits, type Measures } from '@ennead/contracts';
import { readWhole } from './whole-number.ts';

/** Measures as they stand in a form. */
export interface MeasuresDraft {
  readonly extra: 'none' | 'percent' | 'minutes';
  readonly percent: string;
  readonly minutes: string;
  readonly hasBreaks: boolean;
  readonly breakCount: string;
  readonly breakMinutes: string;
  readonly other: string;
}

export type MeasuresFault = 'percent' | 'minutes' | 'breakCount' | 'breakMinutes' | 'none';

export const emptyDraft: MeasuresDraft = {
  extra: 'none',
  percent: '',
  minutes: '',
  hasBreaks: false,
  breakCount: '',
  breakMinutes: '',
  other: '',
};

export const draftOf = ({ extraTime, breaks, other }: Measures): MeasuresDraft => ({
  extra: extraTime?.by ?? 'none',
  percent: extraTime?.by === 'percent' ? String(extraTime.percent) : '',
  minutes: extraTime?.by === 'minutes' ? String(extraTime.minutes) : '',
  hasBreaks: breaks !== null,
  breakCount: breaks ? String(breaks.count) : '',
  breakMinutes: breaks ? String(breaks.minutes) : '',
  other: other ?? '',
});

const isWithin = (text: string, { least, most }: { readonly least: number; readonly most: number }) => {
  const number = readWhole(text);
  return number !== null && number >= least && number <= most;
};

/** What is wrong with what was filled in; what is not asked for is not looked at. */
export function findMeasuresFaults(draft: MeasuresDraft): readonly MeasuresFault[] {
  const { extra, hasBreaks, other } = draft;
  const fields = [
    ...(extra === 'none' ? [] : [extra]),
    ...(hasBreaks ? (['breakCount', 'breakMinutes'] as const) : []),
  ];
  const isNothing = fields.length === 0 && other.trim() === '';
  return [
    ...fields.filter((name) => !isWithin(draft[name], limits[name])),
    ...(isNothing ? ['none' as const] : []),
  ];
}

/** What is sent; null while something is wrong. */
export function readMeasures(draft: MeasuresDraft): Measures | null {
  if (findMeasuresFaults(draft).length > 0) return null;
  const { extra, percent, minutes, hasBreaks, breakCount, breakMinutes, other } = draft;
  const more = {
    none: null,
    percent: { by: 'percent', percent: readWhole(percent)! },
    minutes: { by: 'minutes', minutes: readWhole(minutes)! },
  } as const;
  return {
    extraTime: more[extra],
    breaks: hasBreaks ? { count: readWhole(breakCount)!, minutes: readWhole(breakMinutes)! } : null,
    other: other.trim() || null,
  };
}

/**
 * The minutes that breaks take of the running clock, where so much extra time is not given yet; null where none is missing, where more
 * time is a share, and while the breaks are not filled in.
 */
export function minutesForBreaks(draft: MeasuresDraft): number | null {
  const { extra, minutes, hasBreaks, breakCount, breakMinutes } = draft;
  if (!hasBreaks || extra === 'percent') return null;
  if (!isWithin(breakCount, limits.breakCount) || !isWithin(breakMinutes, limits.breakMinutes)) return null;
  const needed = Math.min(readWhole(breakCount)! * readWhole(breakMinutes)!, limits.minutes.most);
  return extra === 'minutes' && (readWhole(minutes) ?? 0) >= needed ? null : needed;
}

export const withMinutes = (draft: MeasuresDraft, minutes: number): MeasuresDraft => ({
  ...draft,
  extra: 'minutes',
  minutes: String(minutes),
});
