import type { CreateCohortInput, ExamSessionView } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState, type SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Select } from '../../components/select.tsx';
import { SessionParts } from '../../components/session-parts.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { focusFirstFault } from '../../lib/focus-first-fault.ts';
import { useLocalized } from '../../lib/localized.ts';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { cohortsQuery, createCohort } from '../../queries/cohorts.ts';
import styles from './institution.module.css';
import { SessionWindow } from './session-window.tsx';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly sessions: readonly ExamSessionView[];
}

export function CreateCohort({ open, onClose, sessions }: Props) {
  const { t } = useTranslation('institution');
  const formId = useId();
  const client = useQueryClient();
  const navigate = useNavigate();
  const create = useAct({
    mutationFn: createCohort,
    onSuccess: async ({ id, name }) => {
      void client.invalidateQueries(cohortsQuery);
      await navigate(`/institution/cohorts/${id}`);
      toast(t('new.done', { name }));
    },
  });
  const close = () => {
    create.reset();
    onClose();
  };
  return (
    <Dialog
      keepsInput
      open={open}
      onClose={close}
      title={t('new.title')}
      footer={
        <>
          <Button onClick={close}>{t('common:action.cancel')}</Button>
          <Button type="submit" form={formId} tone="primary" busy={create.isPending}>
            {t('new.submit')}
          </Button>
        </>
      }
    >
      <CohortForm id={formId} sessions={sessions} onSubmit={(input) => create.mutate(input)} />
      {create.error && <ErrorState error={create.error} inline />}
    </Dialog>
  );
}

interface FormProps {
  readonly id: string;
  readonly sessions: readonly ExamSessionView[];
  readonly onSubmit: (input: CreateCohortInput) => void;
}

function CohortForm({ id, sessions, onSubmit }: FormProps) {
  const { t } = useTranslation('institution');
  const text = useLocalized();
  const current = sessions.filter((each) => each.window !== 'closed');
  const [name, setName] = useState('');
  const [sessionId, setSessionId] = useState(current.length === 1 ? (current[0]?.id ?? '') : '');
  const [checked, setChecked] = useState(false);
  const session = current.find((each) => each.id === sessionId);
  const isNamed = name.trim().length > 0 && name.trim().length <= 80;

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (isNamed && session) onSubmit({ name: name.trim(), examSessionId: session.id });
    else focusFirstFault(event.currentTarget);
  };

  return (
    <form id={id} className={styles.form} noValidate onSubmit={submit}>
      <TextField
        label={t('new.name')}
        hint={t('new.nameHint')}
        name="name"
        autoComplete="off"
        value={name}
        error={checked && !isNamed ? t('new.nameFault') : null}
        onChange={(event) => setName(event.target.value)}
      />
      <Select
        label={t('new.session')}
        value={sessionId}
        error={checked && !session ? t('new.sessionFault') : null}
        onChange={setSessionId}
        options={[
          { value: '', label: t('new.choose') },
          ...current.map((each) => ({ value: each.id, label: text(each.title) })),
        ]}
      />
      {session && (
        <div className={styles.facts}>
          <span>
            {t('new.facts', {
              role: t(`common:role.${session.role}`),
              level: t(`common:level.${session.level}`),
            })}
          </span>
          <SessionParts parts={session.parts} />
          <SessionWindow {...session} />
        </div>
      )}
    </form>
  );
}
