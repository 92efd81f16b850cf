import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './nine-grades.module.css';

const rows = [
  { level: 'junior', grades: [1, 2, 3] },
  { level: 'intermediate', grades: [4, 5, 6] },
  { level: 'senior', grades: [7, 8, 9] },
] as const;

/** The motif as what it means: a table of three levels with three grades each. */
export function NineGrades() {
  const { t } = useTranslation('home');
  return (
    <table className={styles.grid}>
      <caption className="visually-hidden">{t('grid')}</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.level}>
            <th scope="row">{t(`common:level.${row.level}`)}</th>
            {row.grades.map((grade) => (
              <td key={grade} className={grade === 9 ? styles.ninth : undefined}>
                {grade}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
