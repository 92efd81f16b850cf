import type { AccessOfSession, ExamSessionView } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Checkbox } from '../../../components/checkbox.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { Loading } from '../../../components/loading.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { changeAccess, sessionAccessQuery } from '../../../queries/sessions.ts';
import { AccessFields } from './access-fields.tsx';
import { planOf, toAccess } from './plan-access.ts';
import { SessionDialog } from './session-dialog.tsx';
import { useSessionAct } from './use-session-act.ts';

interface Props {
  readonly session: ExamSessionView;
  readonly onClose: () => void;
  readonly onExcept: () => void;
}

/** For whom a session is, how many can sit it and whether the body confirms, until it is over. */
export function ChangeAccess(props: Props) {
  const { data, error, refetch } = useQuery(sessionAccessQuery(props.session.id));
  if (data) return <AccessDialog {...props} seen={data} />;
  return error ? <ErrorState error={error} inline onRetry={() => void refetch()} /> : <Loading lines={3} />;
}

function AccessDialog({ session, onClose, onExcept, seen }: Props & { readonly seen: AccessOfSession }) {
  const { t } = useTranslation('admin');
  const [plan, setPlan] = useState(() => planOf(seen));
  const [keeps, setKeeps] = useState(false);
  const act = useSessionAct(
    session.id,
    (input: Parameters<typeof changeAccess>[1]) => changeAccess(session.id, input),
    t('changeAccess.done'),
    onClose,
  );
  const submit = () => {
    const access = toAccess(plan);
    act.submit(access && { ...access, keeps, seen });
  };
  return (
    <SessionDialog
      act={act}
      title={t('changeAccess.title')}
      text={t('changeAccess.text')}
      reasonHint={t('changeAccess.reasonHint')}
      confirmLabel={t('changeAccess.submit')}
      onConfirm={submit}
      onClose={onClose}
      onExcept={onExcept}
    >
      <AccessFields plan={plan} onChange={setPlan} checked={act.tried} />
      {plan.access !== 'open' && (
        <Checkbox
          label={t('changeAccess.keeps')}
          checked={keeps}
          onChange={({ target }) => setKeeps(target.checked)}
        />
      )}
    </SessionDialog>
  );
}
