import type { CohortMember } from '@ennead/contracts';
import { Button } from '../../components/button.tsx';
import { CopyField } from '../../components/copy-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useAct } from '../../lib/use-act.ts';
import { inviteAgain, issueResetLink } from '../../queries/cohorts.ts';
import { Notice } from './notice.tsx';

interface Props {
  readonly cohortId: string;
  readonly member: CohortMember;
  readonly onClose: () => void;
}

/**
 * Makes a new link for somebody who has no password yet, or has forgotten theirs; asks first, because earlier links stop
 * working.
 */
export function NewLink({ cohortId, member, onClose }: Props) {
  const { t } = useTranslation('institution');
  const who = { name: member.name, email: member.email };
  const words = member.active ? 'reset' : 'link';
  const make = useAct({
    mutationFn: () => (member.active ? issueResetLink : inviteAgain)(cohortId, member.entryId),
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`${words}.title`, who)}
      footer={
        make.data ? (
          <Button onClick={onClose}>{t('common:action.close')}</Button>
        ) : (
          <>
            <Button onClick={onClose}>{t('common:action.cancel')}</Button>
            <Button tone="primary" icon="link" busy={make.isPending} onClick={() => make.mutate()}>
              {t(`${words}.make`)}
            </Button>
          </>
        )
      }
    >
      {make.data ? (
        <>
          <p>{t(`${words}.lead`, who)}</p>
          <CopyField label={t(`${words}.label`)} text={make.data.url} />
          <Notice>{t('link.once')}</Notice>
        </>
      ) : (
        <p>{t(`${words}.ask`, who)}</p>
      )}
      {make.error && <ErrorState error={make.error} inline />}
    </Dialog>
  );
}
