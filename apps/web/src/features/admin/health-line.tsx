import { useQuery } from '@tanstack/react-query';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ApiProblem } from '../../lib/api-problem.ts';
import { healthQuery } from '../../queries/work.ts';

/** Whether an answer could be saved and work be queued right now; asked again every half minute. */
export function HealthLine() {
  const { t } = useTranslation('admin');
  const health = useQuery(healthQuery);
  const state = health.isPending ? 'checking' : health.isError ? toState(health.error) : 'good';
  return (
    <span role="status" aria-label={t('health.label')}>
      <StateMark tone={state === 'good' ? 'good' : state === 'checking' ? 'neutral' : 'bad'}>
        {t(`health.${state}`)}
      </StateMark>
    </span>
  );
}

const toState = (error: Error) =>
  error instanceof ApiProblem && error.code === 'NETWORK' ? 'offline' : 'bad';
