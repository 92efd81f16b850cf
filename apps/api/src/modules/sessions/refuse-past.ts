import { Refusal, type ExamSessionInput } from '@ennead/contracts';

/**
 * A session, and each part with a date of its own, closes later than now: nobody could sit it any more.
 *
 * @param now by the database's clock
 * @throws Refusal SESSION_PAST naming every date that has passed
 */
export const refusePast = (
  { closesAt, parts = [] }: Pick<ExamSessionInput, 'closesAt' | 'parts'>,
  now: Date,
): void => {
  const dates = [
    { path: 'closesAt', date: closesAt },
    ...parts.map((part, at) => ({ path: `parts.${at}.closesAt`, date: part.closesAt })),
  ];
  const past = dates.filter(({ date }) => date !== null && Date.parse(date) <= now.getTime());
  if (past.length > 0)
    throw new Refusal(
      'SESSION_PAST',
      past.map(({ path }) => ({ path, message: 'must lie ahead' })),
    );
};
