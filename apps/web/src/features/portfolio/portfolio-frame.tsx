import type { PortfolioView } from '@ennead/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import { usePartWords } from '../../lib/part-words.ts';
import { useOwnPart } from './use-own-part.ts';

interface Props {
  readonly view: PortfolioView;
  /** What is to be done here. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** The head that a portfolio has in whatever state: which session, for what, and which one where there are several. */
export function PortfolioFrame({ view, lead, children }: Props) {
  const { t } = useTranslation('portfolio');
  const text = useLocalized();
  const words = usePartWords();
  const place = useOwnPart()?.place;
  const about = [
    text(view.title),
    t('role', { role: t(`common:role.${view.role}`), level: t(`common:level.${view.level}`) }),
    ...(place && place.count > 1 ? [words.title(place), words.countsInList(place)] : []),
  ];
  return (
    <Page
      title={t('title')}
      kicker={<Link to="/candidate">{t('back')}</Link>}
      lead={
        <>
          {about.join(' · ')}
          {lead && (
            <>
              <br />
              {lead}
            </>
          )}
        </>
      }
    >
      {children}
    </Page>
  );
}
