import { formatScore, type SchemeLevel } from '@ennead/contracts';
import { Card } from '../../components/card.tsx';
import { GradeMark } from '../../components/grade-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import { dimensionCodes } from './competency-filter.ts';
import styles from './levels-page.module.css';

/** One level: its grades with their cut scores, its weights, floors and the experience asked. */
export function LevelCard({ level }: { readonly level: SchemeLevel }) {
  const { t } = useTranslation('standard');
  const text = useLocalized();
  const floors = new Set(dimensionCodes.map((code) => level.floorCents[code]));
  const [sameFloor] = floors.size === 1 ? floors : [];
  return (
    <Card title={text(level.name)} className={styles.level}>
      <p className={styles.description}>{text(level.description)}</p>
      <div>
        <h3 className={styles.term}>{t('levels.cuts')}</h3>
        <ul role="list" className={styles.cuts}>
          {level.cuts.map((cut) => (
            <li key={cut.grade}>
              <GradeMark grade={cut.grade} label="" />
              <strong>{t('common:grade.short', { grade: cut.grade })}</strong>
              <span>{t('levels.cut', { score: formatScore(cut.compositeCents) })}</span>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3 className={styles.term}>{t('levels.weights')}</h3>
        <WeightBar level={level} />
      </div>
      <div>
        <h3 className={styles.term}>{t('levels.floors')}</h3>
        {sameFloor !== undefined ? (
          <p>{t('levels.floor', { score: formatScore(sameFloor) })}</p>
        ) : (
          dimensionCodes.map((code) => (
            <p key={code}>
              {t('levels.floorOf', {
                dimension: t(`common:dimension.${code}`),
                score: formatScore(level.floorCents[code]),
              })}
            </p>
          ))
        )}
      </div>
      <div>
        <h3 className={styles.term}>{t('levels.experience')}</h3>
        <p>{text(level.experience.text)}</p>
      </div>
    </Card>
  );
}

/** The three weights as lengths and as figures. */
function WeightBar({ level }: { readonly level: SchemeLevel }) {
  const { t } = useTranslation('standard');
  return (
    <dl className={styles.weights}>
      {dimensionCodes.map((code) => (
        <div key={code}>
          <dt>{t(`common:dimension.${code}`)}</dt>
          <dd>
            <span className={styles.bar} aria-hidden="true">
              <span style={{ width: `${level.weights[code]}%` }} />
            </span>
            <span className={styles.figure}>{level.weights[code]}%</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
