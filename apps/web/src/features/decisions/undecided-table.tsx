import {
  formatComposite,
  formatScore,
  type DecisionBlock,
  type UndecidedCase,
  type UndecidedList,
} from '@ennead/contracts';
import { DateTime } from '../../components/date-time.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { GradeMark } from '../../components/grade-mark.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import type { Column } from '../../components/table-view.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { gradeOf } from '../../lib/grade-of.ts';
import { undecidedList } from '../../queries/decisions.ts';
import { useNearText } from './near-text.ts';
import styles from './queue-page.module.css';
import { useCandidateColumn } from './use-candidate-column.tsx';

export function UndecidedTable({ list }: { readonly list: UndecidedList }) {
  const { t } = useTranslation('decisions');
  const columns = useColumns(list);
  return (
    <PagedTable
      name={list}
      caption={t(`list.${list}`)}
      columns={columns}
      list={undecidedList}
      part={{ list }}
      rowKey={(row) => row.entryId}
      empty={<EmptyState title={t(`empty.${list}`)}>{t(`empty.${list}Text`)}</EmptyState>}
    />
  );
}

function useColumns(list: UndecidedList): Column<UndecidedCase>[] {
  const { t } = useTranslation('decisions');
  const candidate = useCandidateColumn<UndecidedCase>(list);
  const nearText = useNearText();
  const blockText = (block: DecisionBlock) => {
    if (block.kind === 'conflict') return t(`conflict.${block.conflict}`);
    if (block.kind === 'second-person') return t('block.secondPerson');
    return t('block.missing', {
      dimension: t(`common:dimension.${block.dimension}`),
      state: t(`state.${block.state as 'open'}`),
    });
  };
  const proposalText = ({ proposal }: UndecidedCase) =>
    proposal
      ? t('proposal.line', {
          outcome: t(`proposal.asks.${proposal.outcome}`, {
            grade: gradeOf(proposal),
          }),
          name: proposal.certifierName,
        })
      : '';

  const scores: Column<UndecidedCase> = {
    key: 'scores',
    header: t('column.scores'),
    cell: (row) => <span className={styles.scores}>{scoresText(row)}</span>,
    text: scoresText,
  };
  const composite: Column<UndecidedCase> = {
    key: 'composite',
    header: t('column.composite'),
    sorts: true,
    text: (row) =>
      (row.compositeTenThousandths !== null && formatComposite(row.compositeTenThousandths)) || '',
    cell: (row) =>
      row.compositeTenThousandths === null ? '–' : formatComposite(row.compositeTenThousandths),
    align: 'end',
  };
  const grade: Column<UndecidedCase> = {
    key: 'grade',
    header: t('column.grade'),
    text: (row) => row.grade,
    cell: (row) => (
      <span className={styles.grade}>
        <GradeMark grade={row.grade} size="small" label="" />
        {row.grade === null ? t('noGrade') : t('common:grade.short', { grade: row.grade })}
      </span>
    ),
  };
  const since: Column<UndecidedCase> = {
    key: 'since',
    header: t('column.since'),
    sorts: true,
    text: (row) => row.readySince,
    cell: (row) => row.readySince && <DateTime instant={row.readySince} />,
  };
  const near: Column<UndecidedCase> = {
    key: 'near',
    header: t('column.near'),
    text: (row) => row.near.map(nearText).join('; '),
    cell: (row) => (
      <span className={styles.marks}>
        {row.near.map((one) => (
          <StateMark key={nearText(one)} tone="warn">
            {nearText(one)}
          </StateMark>
        ))}
      </span>
    ),
  };
  const proposal: Column<UndecidedCase> = {
    key: 'proposal',
    header: t('column.proposal'),
    text: proposalText,
    cell: (row) => (
      <>
        {proposalText(row)}
        {row.proposal && (
          <span className={styles.under}>
            <DateTime instant={row.proposal.proposedAt} />
          </span>
        )}
      </>
    ),
  };
  const blocks: Column<UndecidedCase> = {
    key: 'blocks',
    header: t('column.blocks'),
    text: (row) => row.blocks.map(blockText).join('; '),
    cell: (row) => (
      <span className={styles.marks}>
        {row.blocks.map((block) => (
          <StateMark
            key={blockText(block)}
            tone={block.kind === 'conflict' ? 'bad' : 'neutral'}
            icon={block.kind === 'conflict' ? 'lock' : undefined}
          >
            {blockText(block)}
          </StateMark>
        ))}
      </span>
    ),
  };
  if (list === 'blocked') return [candidate, blocks, scores];
  if (list === 'proposed') return [candidate, proposal, near, scores, composite];
  return [candidate, ...(list === 'nearBoundary' ? [near] : []), scores, composite, grade, since];
}

const scoresText = ({ scores }: UndecidedCase): string =>
  scores
    ? [scores.knowledge, scores.skills, scores.practice]
        .map((score) => (score === null ? '–' : formatScore(score)))
        .join(' / ')
    : '–';
