import { formatScore, type ReviewListed } from '@ennead/contracts';
import { Link } from 'react-router';
import { DateTime } from '../../components/date-time.tsx';
import { StateMark, type StateTone } from '../../components/state-mark.tsx';
import type { Column } from '../../components/table-view.ts';
import { Table } from '../../components/table.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';

interface Props {
  readonly reviews: readonly ReviewListed[];
  readonly path: string;
}

type Standing = 'fresh' | 'begun' | 'submitted';

const tones: Record<Standing, StateTone> = { fresh: 'neutral', begun: 'active', submitted: 'good' };

const standingOf = ({ state, markedCount }: ReviewListed): Standing =>
  state === 'submitted' ? 'submitted' : markedCount > 0 ? 'begun' : 'fresh';

/** Every script of the queue, open ones first. */
export function QueueTable({ reviews, path }: Props) {
  const { t } = useTranslation('reviews');
  const columns: readonly Column<ReviewListed>[] = [
    {
      key: 'code',
      header: t('queue.code'),
      cell: ({ id, code }) => <Link to={`${path}/${id}`}>{code}</Link>,
      sortBy: ({ code }) => code,
    },
    {
      key: 'role',
      header: t('queue.role'),
      cell: ({ role, level }) =>
        t('page.role', { role: t(`common:role.${role}`), level: t(`common:level.${level}`) }),
      sortBy: ({ role, level }) =>
        t('page.role', { role: t(`common:role.${role}`), level: t(`common:level.${level}`) }),
    },
    {
      key: 'submitted',
      header: t('queue.submitted'),
      cell: ({ portfolioSubmittedAt }) => <DateTime instant={portfolioSubmittedAt} />,
      sortBy: ({ portfolioSubmittedAt }) => portfolioSubmittedAt,
    },
    {
      key: 'state',
      header: t('queue.state'),
      cell: (review) => (
        <StateMark tone={tones[standingOf(review)]}>
          {t(`states.${standingOf(review)}`)}
          {standingOf(review) === 'begun' && (
            <>
              {' · '}
              {t('queue.progress', { marked: review.markedCount, total: review.criterionCount })}
            </>
          )}
        </StateMark>
      ),
      sortBy: (review) => ['begun', 'fresh', 'submitted'].indexOf(standingOf(review)),
      text: (review) => t(`states.${standingOf(review)}`),
    },
    {
      key: 'score',
      header: t('queue.score'),
      align: 'end',
      cell: ({ scoreCents }) => scoreCents !== null && formatScore(scoreCents),
      sortBy: ({ scoreCents }) => scoreCents,
      text: ({ scoreCents }) => (scoreCents === null ? '' : formatScore(scoreCents)),
    },
  ];
  return (
    <Table
      name="reviews"
      caption={t('queue.caption')}
      columns={columns}
      rows={reviews}
      rowKey={({ id }) => id}
    />
  );
}
