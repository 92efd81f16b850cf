import { Link } from 'react-router';
import { ButtonLink } from '../../components/button.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './case-page.module.css';
import { writePlace } from './list-place.ts';
import { useNextCase } from './use-next-case.ts';

interface Props {
  readonly entryId: string;
}

/** Where a case leads: back to the list as it was left, and on to the next case in it. */
function useWays(entryId: string) {
  const { t } = useTranslation('decisions');
  const { place, next } = useNextCase(entryId);
  return {
    back: {
      to: `/decisions${writePlace(place)}`,
      label: place ? t('way.backTo', { list: t(`list.${place.list}`) }) : t('blocked.back'),
    },
    next: next && { to: `/decisions/${next.entryId}${writePlace(next.place)}`, label: t('way.next') },
    last: next === null ? t('way.last') : null,
  };
}

/** Above the title. */
export function CaseKicker({ entryId }: Props) {
  const { back, next, last } = useWays(entryId);
  return (
    <span className={styles.way}>
      <Link to={back.to}>{back.label}</Link>
      {next && <Link to={next.to}>{next.label}</Link>}
      {last && <span>{last}</span>}
    </span>
  );
}

/** At the end of the case, where whoever has decided it goes on. */
export function CaseWay({ entryId }: Props) {
  const { t } = useTranslation('decisions');
  const { back, next, last } = useWays(entryId);
  return (
    <nav className={styles.way} aria-label={t('way.label')}>
      {next && (
        <ButtonLink to={next.to} iconAfter="right">
          {next.label}
        </ButtonLink>
      )}
      <ButtonLink to={back.to}>{back.label}</ButtonLink>
      {last && <span className={styles.faint}>{last}</span>}
    </nav>
  );
}
