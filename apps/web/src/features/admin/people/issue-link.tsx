import type { PersonRecord } from '@ennead/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { TextArea } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useReason } from '../../../lib/form/use-reason.ts';
import { useAct } from '../../../lib/use-act.ts';
import { issueLink } from '../../../queries/people.ts';
import { CreatedPerson } from './created-person.tsx';
import { MailedLink } from './mailed-link.tsx';

interface Props {
  readonly person: PersonRecord;
  readonly onClose: () => void;
}

/** A link for somebody who has lost theirs, or their password; it is shown once. */
export function IssueLink({ person, onClose }: Props) {
  const { t } = useTranslation('admin');
  const { name } = person;
  const reason = useReason(t('issueLink.reasonFault'));
  const issue = useAct({ mutationFn: (why: string) => issueLink(person.id, { reason: why }) });
  if (issue.data) {
    const { kind, email, url } = issue.data;
    if (url === null) return <MailedLink title={t('issueLink.mailed')} email={email} onClose={onClose} />;
    return (
      <CreatedPerson
        invitation={{ ...issue.data, url }}
        onClose={onClose}
        title={t('issueLink.made')}
        lead={t(kind === 'invitation' ? 'issueLink.invitationLead' : 'issueLink.resetLead', { name, email })}
        label={t('issueLink.label')}
      />
    );
  }
  return (
    <ConfirmDialog
      keepsInput
      open
      onClose={onClose}
      onConfirm={() => {
        const why = reason.take();
        if (why !== null) issue.mutate(why);
      }}
      title={t('issueLink.title', { name })}
      confirmLabel={t('issueLink.submit')}
      busy={issue.isPending}
      error={issue.error}
    >
      <p>{t(person.active ? 'issueLink.active' : 'issueLink.invited', { name })}</p>
      <TextArea label={t('issueLink.reason')} hint={t('issueLink.reasonHint')} {...reason.area} />
    </ConfirmDialog>
  );
}
