import type { MemberCounts } from '@ennead/contracts';
import { Link, useSearchParams } from 'react-router';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import styles from './cohort-summary.module.css';
import { lacks, withFilter } from './member-filter.ts';
import { listCounts, parts, stateKey, toneOf, type Part } from './part-states.ts';

type Counts = { readonly counts: MemberCounts };

/** How many are in each state: a bar a part, and the figures as links that filter the table below. */
export function CohortSummary({ counts }: Counts) {
  const { t } = useTranslation('institution');
  return (
    <section aria-labelledby="summary">
      <h2 id="summary" className="visually-hidden">
        {t('summary.title')}
      </h2>
      <div className={styles.parts}>
        {parts.map((part) => (
          <PartSummary key={part} part={part} counts={counts} />
        ))}
      </div>
      <MissingSummary counts={counts} />
    </section>
  );
}

/** How many of those who have accepted cannot begin yet, and for want of what. */
function MissingSummary({ counts: { missing } }: Counts) {
  const { t } = useTranslation('institution');
  const format = useFormat();
  const [search] = useSearchParams();
  const lacked = lacks.filter((kind) => (missing[kind] ?? 0) > 0);
  if (lacked.length === 0) return null;
  return (
    <div className={styles.missing}>
      <h3 className={styles.title}>{t('part.missing')}</h3>
      <ul role="list">
        {lacked.map((kind) => {
          const chosen = search.get('missing') === kind;
          return (
            <li key={kind}>
              <Link
                to={{ search: withFilter(search, 'missing', chosen ? '' : kind).toString() }}
                replace
                preventScrollReset
                className={styles.count}
                aria-current={chosen || undefined}
              >
                <span>{t(`missing.${kind}`)}</span>
                <strong>{format.number(missing[kind] ?? 0)}</strong>
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function PartSummary({ part, counts: all }: Counts & { readonly part: Part }) {
  const { t } = useTranslation('institution');
  const format = useFormat();
  const [search] = useSearchParams();
  const counts = listCounts(all, part).map(({ state, count }) => ({
    state,
    count,
    word: t(stateKey(part, state)),
  }));
  const states = format.list(counts.map(({ word, count }) => t('summary.count', { state: word, count })));
  return (
    <div className={styles.part}>
      <h3 className={styles.title}>{t(`part.${part}`)}</h3>
      <div
        className={styles.bar}
        role="img"
        aria-label={t('summary.bar', { part: t(`part.${part}`), states })}
      >
        {counts.map(({ state, count }) => (
          <span key={state} data-state={state} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul role="list" className={styles.counts}>
        {counts.map(({ state, count, word }) => {
          const chosen = search.get(part) === state;
          return (
            <li key={state}>
              <Link
                to={{ search: withFilter(search, part, chosen ? '' : state).toString() }}
                replace
                preventScrollReset
                className={styles.count}
                aria-current={chosen || undefined}
                title={t('summary.show', { part: t(`part.${part}`), state: word })}
              >
                <StateMark tone={toneOf(part, state)}>{word}</StateMark>
                <strong>{format.number(count)}</strong>
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
