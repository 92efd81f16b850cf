import type { OwnEnrolment } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Page } from '../../../components/page.tsx';
import { Table } from '../../../components/table.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { ownZoneName } from '../../../lib/zone-name.ts';
import { ownEnrolmentsQuery } from '../../../queries/entries.ts';
import { useCountedText } from './counted-text.ts';
import { NextTry } from './next-try.tsx';
import { useTryColumns } from './try-columns.tsx';
import styles from './tries.module.css';
import { TriesElsewhere } from './tries-elsewhere.tsx';
import { useEntering, type Entering } from './use-entering.tsx';

/** Every try of every certification, with its result and the certificate that came of it. */
export function HistoryPage() {
  const { t, locale } = useTranslation('tries');
  const enrolments = useQuery(ownEnrolmentsQuery);
  const entering = useEntering(enrolments.data);
  return (
    <Page
      title={t('history.title')}
      lead={t('history.lead', { zone: ownZoneName(locale) })}
      kicker={<Link to="/candidate">{t('history.back')}</Link>}
    >
      {enrolments.isPending && <Loading lines={6} />}
      {enrolments.error && !enrolments.data && (
        <ErrorState error={enrolments.error} onRetry={() => void enrolments.refetch()} />
      )}
      {enrolments.data?.length === 0 && (
        <EmptyState title={t('history.empty')}>{t('history.emptyText')}</EmptyState>
      )}
      <div className={styles.enrolments}>
        {enrolments.data?.map((enrolment, at) => (
          <Tries
            key={enrolment.id}
            enrolment={enrolment}
            name={`tries${at + 1}`}
            onChoose={entering.choose}
          />
        ))}
      </div>
      {entering.dialog}
    </Page>
  );
}

interface TriesProps {
  readonly enrolment: OwnEnrolment;
  readonly name: string;
  readonly onChoose: Entering['choose'];
}

function Tries({ enrolment, name, onChoose }: TriesProps) {
  const { t } = useTranslation('tries');
  const columns = useTryColumns(enrolment.rules.timeZone);
  const countedText = useCountedText();
  // Once a next try may be made, the words on it say so below.
  const isOpen = enrolment.next.kind === 'refused' && enrolment.next.code === 'TRY_OPEN';
  const counted = isOpen ? countedText(enrolment) : null;
  const id = useId();
  const title = t('history.caption', {
    role: t(`common:role.${enrolment.role}`),
    level: t(`common:level.${enrolment.level}`),
  });
  return (
    <section className={styles.enrolment} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {counted && <p>{counted}</p>}
      <TriesElsewhere tries={enrolment.triesElsewhere} />
      <Table
        name={name}
        caption={title}
        columns={columns}
        rows={enrolment.tries}
        rowKey={({ entryId }) => entryId}
        empty={<EmptyState title={t('history.empty')}>{t('history.emptyText')}</EmptyState>}
      />
      <NextTry enrolment={enrolment} onChoose={onChoose} />
    </section>
  );
}
