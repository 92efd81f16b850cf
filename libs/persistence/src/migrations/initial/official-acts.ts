/**
 * What somebody does about a case for the body that certifies, short of deciding: an earlier part in it, which bars from deciding later.
 * Of the platform's own acts and of the candidate's the trail names no such person.
 */
const officialActs = [
  'review.returned',
  'review.problem-answered',
  'review.marks-answered',
  'entry.confirmed',
  'entry.turned-down',
  'entry.withdrawn',
  'entry.excused',
  'entry.replaced',
  'bar-exception.approved',
]
  .map((action) => `'${action}'`)
  .join(', ');

/** Over a row of the trail, in the words of the index `audit_event_official`. */
export const isOfficialAct = (event: string): string => `${event}.action IN (${officialActs})`;
