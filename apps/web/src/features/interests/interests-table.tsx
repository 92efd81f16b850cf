import type { ImpartialityRules, InterestsView, InterestView } from '@ennead/contracts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { EmailText } from '../../components/email-text.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/localized.ts';
import { barsFor } from '../../lib/ties.ts';
import { endInterest } from '../../queries/interests.ts';
import styles from './interests.module.css';
import { useInterestAct } from './use-interest-act.ts';

interface Props {
  readonly view: InterestsView;
  readonly rules: ImpartialityRules | null;
}

/** Every tie that somebody declared, with those that have ended. */
export function InterestsTable({ view, rules }: Props) {
  const { t } = useTranslation('interests');
  const format = useFormat();
  const whom = useWhom();
  const [ending, setEnding] = useState<InterestView | null>(null);
  if (view.interests.length === 0)
    return <EmptyState title={t('declared.empty')}>{t('declared.emptyText')}</EmptyState>;
  return (
    <div className={styles.wholeWords}>
      <PlainTable
        caption={t('declared.caption')}
        rows={view.interests}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'tie',
            header: t('declared.tie'),
            cell: ({ tie }) => <strong>{t(`tie.${tie}`)}</strong>,
          },
          {
            key: 'whom',
            header: t('declared.whom'),
            cell: (interest) =>
              interest.email === null ? whom(interest) : <EmailText email={interest.email} />,
          },
          {
            key: 'note',
            header: t('declared.note'),
            cell: ({ note }) =>
              note ? (
                <span className={styles.written}>{note}</span>
              ) : (
                <span className={styles.faint}>{t('declared.noNote')}</span>
              ),
          },
          {
            key: 'since',
            header: t('declared.since'),
            cell: ({ declaredAt }) => <DateTime instant={declaredAt} show="date" />,
          },
          {
            key: 'from',
            header: t('declared.from'),
            cell: ({ since }) =>
              since === null ? (
                <span className={styles.faint}>{t('declared.always')}</span>
              ) : (
                <DateTime instant={since} show="date" />
              ),
          },
          {
            key: 'state',
            header: t('declared.state'),
            cell: ({ endedAt }) => (
              <StateMark tone={endedAt ? 'neutral' : 'active'} isSentence>
                {endedAt ? t('declared.ended', { date: format.date(endedAt) }) : t('declared.holds')}
              </StateMark>
            ),
          },
          {
            key: 'acts',
            header: t('declared.acts'),
            cell: (interest) =>
              interest.endedAt === null && (
                <span className={styles.oneLine}>
                  <Button
                    size="small"
                    aria-label={t('declared.endOf', { whom: whom(interest) })}
                    onClick={() => setEnding(interest)}
                  >
                    {t('declared.end')}
                  </Button>
                </span>
              ),
          },
        ]}
      />
      {ending && <EndInterest interest={ending} rules={rules} onClose={() => setEnding(null)} />}
    </div>
  );
}

/** To whom a tie is, in words. */
function useWhom() {
  const { t } = useTranslation('interests');
  const text = useLocalized();
  return ({ email, institution }: InterestView) =>
    email ?? (institution ? text(institution.name) : t('declared.ofCase'));
}

interface EndProps {
  readonly interest: InterestView;
  readonly rules: ImpartialityRules | null;
  readonly onClose: () => void;
}

/** Says that what has ended goes on to bar, and for how long. */
function EndInterest({ interest, rules, onClose }: EndProps) {
  const { t } = useTranslation('interests');
  const whom = useWhom();
  const end = useInterestAct({
    send: () => endInterest(interest.id),
    said: t('end.done'),
    onClose,
  });
  const months = rules && barsFor(rules, interest.tie);
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => end.mutate()}
      title={t('end.title', { whom: whom(interest) })}
      confirmLabel={t('end.submit')}
      busy={end.isPending}
      error={end.error}
    >
      <p>{t('end.text')}</p>
      {rules && (
        <p>
          {months === null
            ? t('end.forEver')
            : months === 0
              ? t('end.notBarred')
              : t('end.goesOn', { count: months })}
        </p>
      )}
    </ConfirmDialog>
  );
}
