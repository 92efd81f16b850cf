import type { EntryPart, OwnEntry, PortfolioPart } from '@ennead/contracts';
import { Link } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import styles from './candidate-page.module.css';
import { isOpenNow } from './next-step.ts';

interface Props {
  readonly part: EntryPart;
  readonly entry: OwnEntry;
  readonly isNext: boolean;
}

/** Where there is something to look at, or something to do before its turn. */
export function PartLink({ part, entry, isNext }: Props) {
  const { t } = useTranslation('candidate');
  const localized = useLocalized();
  switch (part.kind) {
    case 'form':
      if (part.state !== 'scored') return null;
      return <Link to={`/exam/${part.attemptId}/report`}>{t('link.report')}</Link>;
    case 'lab':
      if (part.state === 'not-started')
        return part.title && <p className={styles.about}>{t('task', { title: localized(part.title) })}</p>;
      if (part.state === 'open') return null;
      // The lab has a content security policy of its own, which only a full load brings.
      return <a href={`/lab/${part.labSessionId}`}>{t('link.lab')}</a>;
    case 'portfolio':
      return isNext ? null : <PortfolioLink part={part} entry={entry} />;
  }
}

function PortfolioLink({ part, entry }: { readonly part: PortfolioPart; readonly entry: OwnEntry }) {
  const { t } = useTranslation('candidate');
  const isAhead = isOpenNow(part, entry) && entry.state === 'entered';
  if (part.state === 'not-started' && !isAhead) return null;
  return (
    <Link to={`/portfolio/${entry.id}/${part.partId}`}>{t(isAhead ? 'link.ahead' : 'link.portfolio')}</Link>
  );
}
