import type { CohortMember } from '@ennead/contracts';
import { Button } from '../../components/button.tsx';
import { CopyField } from '../../components/copy-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useAct } from '../../lib/use-act.ts';
import { inviteAgain } from '../../queries/cohorts.ts';
import { Notice } from './notice.tsx';

interface Props {
  readonly cohortId: string;
  readonly member: CohortMember;
  readonly onClose: () => void;
}

/** Makes a new link for somebody who has no password yet; asks first, because earlier links stop working. */
export function NewLink({ cohortId, member, onClose }: Props) {
  const { t } = useTranslation('institution');
  const who = { name: member.name, email: member.email };
  const make = useAct({
    mutationFn: () => inviteAgain(cohortId, member.entryId),
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('link.title', who)}
      footer={
        make.data ? (
          <Button onClick={onClose}>{t('common:action.close')}</Button>
        ) : (
          <>
            <Button onClick={onClose}>{t('common:action.cancel')}</Button>
            <Button tone="primary" icon="link" busy={make.isPending} onClick={() => make.mutate()}>
              {t('link.make')}
            </Button>
          </>
        )
      }
    >
      {make.data ? (
        <>
          <p>{t('link.lead', who)}</p>
          <CopyField label={t('link.label')} text={make.data.url} />
          <Notice>{t('link.once')}</Notice>
        </>
      ) : (
        <p>{t('link.ask', who)}</p>
      )}
      {make.error && <ErrorState error={make.error} inline />}
    </Dialog>
  );
}
