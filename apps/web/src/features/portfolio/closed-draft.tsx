import type { PortfolioView } from '@ennead/contracts';
import { Card } from '../../components/card.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { PortfolioFrame } from './portfolio-frame.tsx';
import styles from './portfolio.module.css';
import { WrittenContent } from './written-content.tsx';

interface Props {
  readonly view: PortfolioView;
  /** `closed`: its time is over. `ended`: the entry that it belongs to is. */
  readonly reason: 'closed' | 'ended';
}

/** A draft that was never submitted and can no longer be: why, and what it holds. */
export function ClosedDraft({ view, reason }: Props) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  return (
    <PortfolioFrame view={view}>
      <Card>
        <div data-testid="portfolio-state">
          <StateMark tone="warn" icon="lock">
            {t('closed.state')}
          </StateMark>
        </div>
        <p>{t(`closed.${reason}`, { time: format.dateTime(view.closesAt) })}</p>
      </Card>
      <section className={styles.section} aria-labelledby="draft">
        <h2 id="draft">{t('closed.title')}</h2>
        <WrittenContent written={view} view={view} />
      </section>
    </PortfolioFrame>
  );
}
