import { experienceLimits, isReason, hasTooFewYears, type DecisionInput } from '@ennead/contracts';
import { plainFigures } from '../../../lib/whole-number.ts';

/** The form as it is typed. */
export interface Draft {
  readonly outcome: 'grant' | 'refuse' | null;
  readonly met: boolean;
  readonly years: string;
  readonly note: string;
  readonly reason: string;
}

export type Fault = 'outcome' | 'met' | 'years' | 'short' | 'reason';
export type Checked =
  | { readonly ok: true; readonly input: DecisionInput }
  | { readonly ok: false; readonly faults: ReadonlySet<Fault> };

export const emptyDraft: Draft = { outcome: null, met: false, years: '', note: '', reason: '' };

/** Whether leaving would lose what somebody wrote; a choice is made again with one press. */
export const isFilledIn = ({ years, note, reason }: Draft): boolean =>
  [years, note, reason].some((text) => text.trim() !== '');

/** Years as a person types them, with a full stop of either language; null where they are no such number. */
export function parseYears(text: string): number | null {
  const plain = plainFigures(text).replace('。', '.');
  const years = /^\d{1,2}(?:\.\d)?$/.test(plain) ? Number(plain) : NaN;
  return years <= experienceLimits.years ? years : null;
}

/** Nothing hangs on the experience where nothing is granted; but who looked into it says what they found, years and all. */
export const leavesOutExperience = ({ outcome, met, years, note }: Draft): boolean =>
  outcome === 'refuse' && !met && years.trim() === '' && note.trim() === '';

/**
 * What the server would refuse, found before it is asked.
 * @param yearsAsked by the level
 */
export function checkDecision(draft: Draft, yearsAsked: number): Checked {
  const years = parseYears(draft.years);
  const faults = new Set<Fault>();
  if (draft.outcome === null) faults.add('outcome');
  if (draft.outcome === 'grant' && !draft.met) faults.add('met');
  if (years === null && !leavesOutExperience(draft)) faults.add('years');
  else if (years !== null && hasTooFewYears({ met: draft.met, years }, yearsAsked)) faults.add('short');
  if (!isReason(draft.reason)) faults.add('reason');
  if (faults.size > 0 || draft.outcome === null) return { ok: false, faults };
  const experience = years === null ? null : { met: draft.met, years, note: draft.note.trim() };
  return { ok: true, input: { outcome: draft.outcome, reason: draft.reason.trim(), experience } };
}
