import type { LikelyPair } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Table } from '../../components/table.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { likelyPairsQuery } from '../../queries/same-people.ts';
import { AccountCell, accountText } from './account-cell.tsx';
import type { Pair } from './note-same-person.tsx';
import styles from './same-people.module.css';
import { TellApart } from './tell-apart.tsx';

/** Pairs with something alike, to be looked at. The account that is kept is proposed: the one of the staff, or the newer one that is open. */
export function LikelyPairs({ onNote }: { readonly onNote: (pair: Pair) => void }) {
  const { t } = useTranslation('same-people');
  const { data, error, isPending, refetch } = useQuery(likelyPairsQuery);
  const [apart, setApart] = useState<LikelyPair | null>(null);
  const id = useId();
  const alike = ({ likeness }: LikelyPair) => likeness.map((one) => t(`likenesses.${one}`)).join(' · ');
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('likely.title')}</h2>
      <p>{t('likely.lead')}</p>
      {isPending && <Loading lines={4} />}
      {error && <ErrorState error={error} inline={data !== undefined} onRetry={() => void refetch()} />}
      {data && (
        <Table
          name="likely"
          caption={t('likely.title')}
          rows={data.pairs}
          rowKey={({ one, other }) => `${one.id} ${other.id}`}
          empty={<EmptyState title={t('likely.empty')}>{t('likely.emptyText')}</EmptyState>}
          columns={[
            {
              key: 'one',
              header: t('likely.one'),
              cell: ({ one }) => <AccountCell account={one} />,
              text: ({ one }) => accountText(one),
            },
            {
              key: 'other',
              header: t('likely.other'),
              cell: ({ other }) => <AccountCell account={other} />,
              text: ({ other }) => accountText(other),
            },
            { key: 'likeness', header: t('likely.likeness'), cell: alike, text: alike },
            {
              key: 'act',
              header: t('act'),
              cell: (pair) => (
                <span className={styles.acts}>
                  <Button
                    size="small"
                    aria-label={t('likely.noteFor', { one: pair.one.email, other: pair.other.email })}
                    onClick={() => onNote(proposed(pair))}
                  >
                    {t('likely.note')}
                  </Button>
                  <Button
                    size="small"
                    aria-label={t('likely.apartFor', { one: pair.one.email, other: pair.other.email })}
                    onClick={() => setApart(pair)}
                  >
                    {t('likely.apart')}
                  </Button>
                </span>
              ),
              text: () => '',
            },
          ]}
        />
      )}
      {data && data.total > data.pairs.length && (
        <p>{t('likely.more', { shown: data.pairs.length, total: data.total })}</p>
      )}
      {apart && <TellApart pair={apart} onClose={() => setApart(null)} />}
    </section>
  );
}

const proposed = ({ one, other }: LikelyPair): Pair => {
  const keepsOlder = one.isStaff || (other.isClosed && !other.isStaff);
  return keepsOlder ? { keep: one.email, other: other.email } : { keep: other.email, other: one.email };
};
