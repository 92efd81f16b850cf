import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { Loading } from '../../../components/loading.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { toast } from '../../../lib/toast.ts';
import { useAct } from '../../../lib/use-act.ts';
import { Notice } from '../notice.tsx';
import { choicesQuery, scheduleSession, sessionsQuery } from '../../../queries/sessions.ts';
import { MissingContent } from './missing-content.tsx';
import { NotReady } from './not-ready.tsx';
import { isReady } from './plan-parts.ts';
import { SessionForm } from './session-form.tsx';
import { UnusableContents } from './unusable-contents.tsx';

/** Offers what is ready to be examined, and says of the rest what it lacks. */
export function ScheduleSession({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('admin');
  const formId = useId();
  const client = useQueryClient();
  const offer = useQuery(choicesQuery);
  const schedule = useAct({
    mutationFn: scheduleSession,
    onSuccess: async () => {
      await client.invalidateQueries(sessionsQuery);
      toast(t('newSession.done'));
      onClose();
    },
  });
  const choices = offer.data?.choices ?? [];
  const ready = choices.filter(isReady);
  return (
    <Dialog
      keepsInput
      open
      kind="wide"
      onClose={onClose}
      title={t('newSession.title')}
      footer={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          {ready.length > 0 && (
            <Button type="submit" form={formId} tone="primary" busy={schedule.isPending}>
              {t('newSession.submit')}
            </Button>
          )}
        </>
      }
    >
      {offer.isPending && <Loading lines={6} />}
      {offer.error && <ErrorState error={offer.error} onRetry={() => void offer.refetch()} />}
      {offer.data && ready.length === 0 && <p>{t('newSession.nothingReady')}</p>}
      {offer.data && ready.length > 0 && (
        <>
          <SessionForm
            id={formId}
            choices={ready}
            serverNow={offer.data.serverNow}
            onSubmit={(input) => schedule.mutate(input)}
          />
          <Notice>{t('newSession.lead')}</Notice>
        </>
      )}
      <UnusableContents choices={choices} />
      <NotReady choices={choices.filter((choice) => !isReady(choice))} />
      {schedule.error && (
        <>
          <ErrorState error={schedule.error} inline />
          <MissingContent error={schedule.error} />
        </>
      )}
    </Dialog>
  );
}
