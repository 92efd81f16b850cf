import type { AppealTerm } from '@ennead/contracts';
import { Link } from 'react-router';
import { useTranslation } from '../i18n/use-translation.ts';
import { dayIn } from '../lib/day-in.ts';

interface Props {
  readonly appeal: AppealTerm;
  /** Of the scheme, in which its last day is one. */
  readonly timeZone: string;
  /** Whether an institution enrolled the candidate, which may see to it as well. */
  readonly hasHouse: boolean;
}

/** Until when, and how, whoever a decision is about may appeal against it. */
export function AppealNote({ appeal: { until, isOver }, timeZone, hasHouse }: Props) {
  const { t, locale } = useTranslation('common');
  const day = dayIn(until, locale, timeZone);
  return (
    <>
      {t(isOver ? 'appeal.over' : hasHouse ? 'appeal.orHouse' : 'appeal.until', { day })}{' '}
      <Link to="/contact#appeal">{t('appeal.how')}</Link>
    </>
  );
}
