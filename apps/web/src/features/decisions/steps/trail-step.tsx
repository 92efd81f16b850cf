import type { AuditEventView } from '@ennead/contracts';
import { Link } from 'react-router';
import { CaseSteps } from '../../../components/case-steps.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { Step } from './step.tsx';

interface Props {
  readonly entryId: string;
  readonly events: readonly AuditEventView[];
}

/** Every recorded step of the case, as the append-only audit trail has it. */
export function TrailStep({ entryId, events }: Props) {
  const { t } = useTranslation('decisions');
  return (
    <Step code="trail" aside={events.length > 0 && t('trail.count', { count: events.length })}>
      {events.length === 0 ? (
        <p>{t('trail.empty')}</p>
      ) : (
        <>
          <CaseSteps events={events} headingLevel={3} />
          <Link to={`/trail/${entryId}/record`}>{t('trail.record')}</Link>
        </>
      )}
    </Step>
  );
}
