import { formatScore, type ReviewView } from '@ennead/contracts';
import { Card } from '../../components/card.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import styles from './reviews.module.css';

/** Both reviews side by side, differences marked in words and by icon. */
export function Comparison({ view }: { readonly view: ReviewView }) {
  const { t } = useTranslation('reviews');
  const text = useLocalized();
  const [a, b] = view.reviews;
  if (!a || !b) return null;
  const difference = Math.abs(a.scoreCents - b.scoreCents);
  return (
    <Card title={t('compare.title')}>
      <p>
        {t('compare.lead', {
          difference: formatScore(difference),
          allowed: formatScore(view.rubric.disagreementCents),
        })}
      </p>
      <table className={styles.compare}>
        <caption className="visually-hidden">{t('compare.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('compare.criterion')}</th>
            <th scope="col">{t('compare.review', { label: 'A' })}</th>
            <th scope="col">{t('compare.review', { label: 'B' })}</th>
            <th scope="col">{t('compare.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {view.rubric.criteria.map(({ id, title }) => {
            const [one, other] = [a.marks[id]?.points ?? 0, b.marks[id]?.points ?? 0];
            const apart = Math.abs(one - other);
            return (
              <tr key={id} data-apart={apart > 0 || undefined}>
                <th scope="row">{text(title)}</th>
                <td>{one}</td>
                <td>{other}</td>
                <td>
                  <StateMark tone={apart > 0 ? 'warn' : 'good'}>
                    {apart > 0 ? t('compare.differs', { points: apart }) : t('compare.same')}
                  </StateMark>
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('compare.total')}</th>
            <td>{formatScore(a.scoreCents)}</td>
            <td>{formatScore(b.scoreCents)}</td>
            <td>{formatScore(difference)}</td>
          </tr>
        </tfoot>
      </table>
      <div className={styles.others}>
        {[a, b].map(({ label, comment }) => (
          <div key={label} className={styles.other}>
            <strong>{t('compare.comment', { label })}</strong>
            <p className={styles.written}>{comment || t('compare.noComment')}</p>
          </div>
        ))}
      </div>
    </Card>
  );
}
