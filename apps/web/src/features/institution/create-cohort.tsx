import type { ExamSessionView } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Select } from '../../components/select.tsx';
import { SessionParts } from '../../components/session-parts.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useCheckedForm, type BodyDraft } from '../../lib/form/use-checked-form.ts';
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
      <CohortForm id={formId} sessions={sessions} refusal={create.error} onSubmit={create.mutate} />
    </Dialog>
  );
}

interface FormProps {
  readonly id: string;
  readonly sessions: readonly ExamSessionView[];
  readonly refusal: unknown;
  readonly onSubmit: (input: BodyDraft<'POST /api/cohorts'>) => void;
}

function CohortForm({ id, sessions, refusal, onSubmit }: FormProps) {
  const { t } = useTranslation('institution');
  const text = useLocalized();
  const current = sessions.filter((each) => each.window !== 'closed');
  const [only, ...others] = current;
  const { form, field, choice, values, refusedAsWhole } = useCheckedForm('POST /api/cohorts', {
    shows: ['name', 'examSessionId'],
    initial: { name: '', examSessionId: only && others.length === 0 ? only.id : '' },
    refusal,
    onSubmit,
  });
  const session = current.find((each) => each.id === values.examSessionId);

  return (
    <form id={id} className={styles.form} {...form}>
      <TextField
        label={t('new.name')}
        hint={t('new.nameHint')}
        autoComplete="off"
        {...field('name', t('new.nameFault'))}
      />
      <Select
        label={t('new.session')}
        {...choice('examSessionId', t('new.sessionFault'))}
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
      {refusedAsWhole && <ErrorState error={refusedAsWhole} inline />}
    </form>
  );
}
