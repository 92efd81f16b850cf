import type { DeskRow, ExamSessionView, IdentityPaper } from '@ennead/contracts';
import { DateTime } from '../../components/date-time.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import type { Column } from '../../components/table-view.ts';
import { useChoiceColumn } from '../../components/use-choice-column.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { isPending, isTaken } from '../../lib/has-ended.ts';
import { useLocalized } from '../../lib/localized.ts';
import type { Chosen } from '../../lib/use-chosen.ts';
import styles from './desk.module.css';
import { RowActs } from './row-acts.tsx';
import type { Asked } from './session-desk.tsx';

interface Options {
  readonly session: ExamSessionView;
  readonly chosen: Chosen<DeskRow>;
  /** The paper that is shown now; null while it has no name, which is then said. */
  readonly paperShown: () => { how: IdentityPaper; note: string | null } | null;
  readonly onAsk: (asked: Asked) => void;
}

export function useDeskColumns({ session, chosen, paperShown, onAsk }: Options): Column<DeskRow>[] {
  const { t } = useTranslation('desk');
  const text = useLocalized();
  const stateOf = ({ state }: DeskRow) =>
    state === 'entered' || state === 'decided' ? t(`states.${state}`) : t(`common:entry.state.${state}`);
  const missingOf = ({ missing }: DeskRow) => missing.map((kind) => t(`common:clearance.${kind}`));
  const choice = useChoiceColumn({
    chosen,
    canChoose: ({ missing, state, isBarred }: DeskRow) =>
      missing.includes('identity') && isTaken(state) && !isBarred,
    nameOf: ({ name }) => name,
  });
  return [
    choice,
    {
      key: 'name',
      header: t('name'),
      sorts: true,
      text: ({ name, latinName, studentNumber, email }) =>
        [name, latinName, studentNumber, email].filter(Boolean).join(' '),
      cell: ({ name, latinName, studentNumber, askedName, email, institution }) => (
        <div className={styles.lines}>
          <strong>{name}</strong>
          {latinName && <span lang="en">{latinName}</span>}
          {askedName && <StateMark tone="warn">{t('askedName', { name: askedName })}</StateMark>}
          {studentNumber && (
            <span className={styles.faint}>{t('studentNumber', { number: studentNumber })}</span>
          )}
          <span className={styles.faint}>{email}</span>
          {institution && <span className={styles.faint}>{text(institution)}</span>}
        </div>
      ),
    },
    {
      key: 'state',
      header: t('state'),
      sorts: true,
      text: stateOf,
      cell: (row) => (
        <div className={styles.lines}>
          <StateMark tone={isPending(row.state) ? 'warn' : 'neutral'}>{stateOf(row)}</StateMark>
          {row.stateReason && <span className={styles.faint}>{row.stateReason}</span>}
        </div>
      ),
    },
    {
      key: 'enteredAt',
      header: t('enteredAt'),
      sorts: true,
      text: ({ enteredAt }) => enteredAt,
      cell: ({ enteredAt }) => <DateTime instant={enteredAt} show="date" />,
    },
    {
      key: 'missing',
      header: t('missing'),
      text: (row) => missingOf(row).join(' '),
      cell: (row) =>
        row.missing.length > 0 ? (
          <div className={styles.lines}>
            {missingOf(row).map((words) => (
              <StateMark key={words} tone="active">
                {words}
              </StateMark>
            ))}
          </div>
        ) : (
          <span className={styles.faint}>{t('nothingMissing')}</span>
        ),
    },
    {
      key: 'given',
      header: t('given'),
      text: ({ given }) => given.map(({ kind }) => t(`common:cleared.${kind}`)).join(' '),
      cell: ({ given }) => (
        <div className={styles.lines}>
          {given.map(({ kind, at, by }) => (
            <span key={kind}>
              {t(`common:cleared.${kind}`)}{' '}
              <span className={styles.faint}>
                {by ?? t('ownAct')} · <DateTime instant={at} show="date" />
              </span>
            </span>
          ))}
        </div>
      ),
    },
    {
      key: 'acts',
      header: t('acts'),
      plain: true,
      cell: (row) =>
        row.isBarred ? (
          <span className={styles.faint}>{t('barred')}</span>
        ) : (
          <RowActs session={session} row={row} paperShown={paperShown} onAsk={onAsk} />
        ),
    },
  ];
}
