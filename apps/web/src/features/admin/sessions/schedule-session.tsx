import type { ExamSessionInput, ExamSessionView } from '@ennead/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { api } from '../../../lib/api.ts';
import { toast } from '../../../lib/toast.ts';
import { Notice } from '../notice.tsx';
import { MissingContent } from './missing-content.tsx';
import { SessionForm } from './session-form.tsx';

export function ScheduleSession({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('admin');
  const formId = useId();
  const client = useQueryClient();
  const schedule = useMutation({
    mutationFn: (input: ExamSessionInput) => api.post<ExamSessionView>('/api/sessions', input),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['sessions'] });
      toast(t('newSession.done'));
      onClose();
    },
  });
  return (
    <Dialog
      open
      kind="wide"
      onClose={onClose}
      title={t('newSession.title')}
      footer={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button type="submit" form={formId} tone="primary" busy={schedule.isPending}>
            {t('newSession.submit')}
          </Button>
        </>
      }
    >
      <SessionForm id={formId} onSubmit={(input) => schedule.mutate(input)} />
      <Notice>{t('newSession.lead')}</Notice>
      {schedule.error && (
        <>
          <ErrorState error={schedule.error} inline />
          <MissingContent error={schedule.error} />
        </>
      )}
    </Dialog>
  );
}
