import type { AssignedScript } from '@ennead/contracts';
import { Button } from '../../components/button.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import type { Column } from '../../components/table-view.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './assessment.module.css';

/** What somebody is about to do, and to which script. */
export type AskedScript = { readonly act: 'answer' | 'reassign'; readonly script: AssignedScript };

export function useScriptColumns(ask: (asked: AskedScript) => void): Column<AssignedScript>[] {
  const { t } = useTranslation('assessment');
  const roleOf = ({ role, level }: AssignedScript) =>
    t('script.role', { role: t(`common:role.${role}`), level: t(`common:level.${level}`) });
  const stateOf = ({ problem, isOverdue }: AssignedScript) =>
    problem
      ? t('scripts.problem', { problem: t(`common:scriptProblem.${problem.problem}`) })
      : t(isOverdue ? 'scripts.overdue' : 'scripts.inTime');
  return [
    {
      key: 'code',
      header: t('script.code'),
      sortBy: ({ code }) => code,
      text: (script) => `${script.code} ${roleOf(script)}`,
      cell: (script) => (
        <div className={styles.lines}>
          <code>{script.code}</code>
          <span className={styles.faint}>{roleOf(script)}</span>
        </div>
      ),
    },
    {
      key: 'reviewer',
      header: t('scripts.reviewer'),
      sortBy: ({ reviewer }) => reviewer.name,
      text: ({ reviewer, kind }) => `${reviewer.name} ${t(`kind.${kind}`)}`,
      cell: ({ reviewer, kind }) => (
        <div className={styles.lines}>
          <span className={styles.name}>{reviewer.name}</span>
          <span className={styles.faint}>{t(`kind.${kind}`)}</span>
        </div>
      ),
    },
    {
      key: 'since',
      header: t('scripts.since'),
      sortBy: ({ assignedAt }) => assignedAt,
      cell: ({ assignedAt }) => (
        <span className={styles.oneLine}>
          <DateTime instant={assignedAt} show="date" />
        </span>
      ),
    },
    {
      key: 'age',
      header: t('scripts.age'),
      align: 'end',
      sortBy: ({ ageDays }) => ageDays,
      cell: ({ ageDays }) => t('days', { count: ageDays }),
    },
    {
      key: 'state',
      header: t('scripts.state'),
      sortBy: stateOf,
      text: (script) => [stateOf(script), script.problem?.reason].filter(Boolean).join(' '),
      cell: (script) => (
        <div className={styles.lines}>
          <StateMark tone={script.problem || script.isOverdue ? 'warn' : 'active'} isSentence>
            {stateOf(script)}
          </StateMark>
          {script.problem && <span className={styles.written}>{script.problem.reason}</span>}
          {script.problem && script.isOverdue && <StateMark tone="warn">{t('scripts.overdue')}</StateMark>}
        </div>
      ),
    },
    {
      key: 'acts',
      header: t('scripts.acts'),
      plain: true,
      cell: (script) => {
        const act = script.problem ? 'answer' : 'reassign';
        const { code, reviewer } = script;
        return (
          <span className={styles.oneLine}>
            <Button
              size="small"
              aria-label={t(`scripts.${act}Of`, { code, name: reviewer.name })}
              onClick={() => ask({ act, script })}
            >
              {t(`scripts.${act}`)}
            </Button>
          </span>
        );
      },
    },
  ];
}
